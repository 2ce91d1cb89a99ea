import { expect, test } from "vitest";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { slem } from "../../../src/core/algorithms/slem.ts";
import { generate } from "../../../src/core/decode/generate.ts";
import { serve } from "../../../src/core/decode/serve.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { sample, sampler } from "../../../src/core/handlers/sample.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { openBed } from "../../../src/faults/kill-matrix/matrix.ts";

test.each([sd, slem])("a session answers what the outer loop generates: $id", (algorithm) => {
  for (const world of openBed().fast.filter((each) => algorithm.fits?.(each) ?? true)) {
    for (let budget = 1; budget < 5; budget++) {
      const random = () => stream(1, `${world.name}/${budget}`);
      const alone = sample(float64, generate(world, algorithm, budget), random());
      const [answer] = serve(algorithm).open(world)([
        { ask: sampler(float64, random()), prompt: world.prompt, budget },
      ]);
      expect(answer?.tokens).toEqual(alone);
    }
  }
});
