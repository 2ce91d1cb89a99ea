import { expect, test } from "vitest";
import { algorithms } from "../../src/algorithms/registry.ts";
import { openBed } from "../../src/cli/mutants/matrix.ts";
import { serve } from "../../src/decode/serve.ts";
import { breaches } from "../../src/laws/contracts/contracts.ts";
import { float64 } from "../../src/num/float64.ts";

const { fast } = openBed();
const small = fast.filter((_, at) => at % 3 === 0);

test.each(algorithms.map((algorithm) => [algorithm.id, algorithm] as const))("%s keeps every contract", (_, one) => {
  const decoder = serve(one);
  for (const world of small.filter((each) => decoder.fits?.(each) ?? true)) {
    expect(breaches(float64, world, decoder, 3)).toEqual([]);
  }
});
