import { describe, expect, test } from "vitest";
import { makeCase } from "../../../src/checker/plan/case.ts";
import { notReached } from "../../../src/checker/steps/rows-of.ts";
import { sliceRuns } from "../../../src/checker/steps/slice.ts";
import { worldFile } from "../whole/world.ts";

const plan = (maxBatch: number) => ({ hello: { maxBatch } as never, algorithm: "sd", master: 1 });
const at = (prompts: number[][], budgets = [4]) => makeCase("w", worldFile("w"), 100, { prompts, budgets });

describe("the runs of a slice", () => {
  test("one prompt: one run a budget, all sequences, all seeded", () => {
    const runs = sliceRuns(plan(1), at([[0]], [4, 2]), 0, 10);
    expect(runs.map(({ run, count, budget, prompts }) => [run, count, budget, prompts])).toEqual([
      ["slice-0-0-0", 5, 4, [[0]]],
      ["slice-0-0-1", 5, 2, [[0]]],
    ]);
    expect(runs.every(({ seeds = [] }) => seeds.length === 5 && seeds.every((seed) => seed !== null))).toBe(true);
    expect(new Set(runs.flatMap(({ seeds }) => seeds)).size).toBe(10);
  });
  test("several prompts: one batch where the engine has batches of that size", () => {
    const [run, ...more] = sliceRuns(plan(2), at([[0], [1]]), 0, 10);
    expect(more).toEqual([]);
    expect(run).toMatchObject({ prompts: [[0], [1]], count: 10 });
  });
  test("and by turns, four times, where it has not", () => {
    const runs = sliceRuns(plan(1), at([[0], [1]]), 0, 16);
    expect(runs).toHaveLength(8);
    expect(runs.map(({ prompts }) => prompts[0]?.[0])).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
    expect(runs.every(({ count }) => count === 2)).toBe(true);
  });
  test("in every second slice of a batch only the first row is seeded", () => {
    const pattern = (slice: number) =>
      sliceRuns(plan(2), at([[0], [1]]), slice, 4)[0]?.seeds?.map((seed) => seed === null);
    expect(pattern(0)).toEqual([false, false, false, false]);
    expect(pattern(1)).toEqual([false, true, false, true]);
    expect(pattern(2)).toEqual([false, false, false, false]);
    expect(sliceRuns(plan(1), at([[0]]), 1, 4)[0]?.seeds?.every((seed) => seed !== null)).toBe(true);
  });
});

test("why something planned was not begun", () => {
  expect(notReached("refutation")).toBe("not reached, since a refutation ended the check");
  expect(notReached("broken adapter")).toBe("not reached, since the adapter broke");
  expect(notReached("interruption")).toBe("not reached before the interruption");
  expect(notReached("budget")).toBe("not reached within the budget");
  expect(notReached(undefined)).toBe("not reached within the budget");
});
