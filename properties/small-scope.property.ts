import { expect, test } from "vitest";
import type { Algorithm } from "../src/core/algorithms/algorithm.ts";
import { slrs } from "../src/core/algorithms/slrs.ts";
import { tli } from "../src/core/algorithms/tli.ts";
import { sampleOf } from "../src/testing/check.ts";
import { judgeSmall } from "../src/testing/judge-small.ts";
import { slice, smallScope } from "../src/testing/small-scope.ts";
import { correctsFromTarget, keepsAll } from "./support/mutation.ts";
import { noProposalFromTarget, truncatedPsi } from "./support/text-mutants.ts";

const GRID = 4;
const scope = smallScope(GRID);
const { seed, runs } = sampleOf({ seed: 1, runs: 200 });
const sample = [...slice(scope.size, runs, seed)];

test(`every algorithm in ${sample.length} of all ${scope.size.toLocaleString("en")} small worlds (seed ${seed})`, () => {
  for (const index of sample) expect(judgeSmall(scope.at(index)).wrong).toEqual([]);
});

const mutants: Algorithm[] = [
  correctsFromTarget(tli),
  keepsAll(slrs),
  noProposalFromTarget as unknown as Algorithm,
  truncatedPsi as unknown as Algorithm,
];

for (const mutant of mutants) {
  test(`the small worlds refute: ${mutant.id}`, () => {
    const all = [...slice(scope.size, 2_000, seed)];
    expect(all.findIndex((index) => judgeSmall(scope.at(index), [mutant]).wrong.length > 0)).toBeGreaterThanOrEqual(0);
  });
}

test("a slice repeats no world and every number is a world", () => {
  const { size, at } = smallScope(1);
  expect(new Set(slice(size, size, 3)).size).toBe(size);
  expect(new Set(Array.from({ length: size }, (_, index) => JSON.stringify({ ...at(index), name: "" }))).size).toBe(
    size,
  );
});
