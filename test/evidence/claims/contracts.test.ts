import { expect, test } from "vitest";
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import { serve } from "../../../src/core/decode/serve.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { breaches } from "../../../src/evidence/claims/contracts/contracts.ts";
import { openBed } from "../../../src/faults/kill-matrix/matrix.ts";

const { fast } = openBed();
const small = fast.filter((_, at) => at % 3 === 0);

test.each(algorithms.map((algorithm) => [algorithm.id, algorithm] as const))("%s keeps every contract", (_, one) => {
  const decoder = serve(one);
  for (const world of small.filter((each) => decoder.fits?.(each) ?? true)) {
    expect(breaches(float64, world, decoder, 3)).toEqual([]);
  }
});
