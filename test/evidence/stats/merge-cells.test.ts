import { describe, expect, it } from "vitest";
import { mergeCells, pool } from "../../../src/evidence/stats/merge-cells.ts";

describe("mergeCells", () => {
  it("gathers rare cells from the rarest up until each group expects five", () => {
    expect(mergeCells([1, 20, 2, 3, 10])).toEqual([[0, 2, 3], [4], [1]]);
  });

  it("adds what is left over to the last group, and drops cells that are never expected", () => {
    expect(mergeCells([4, 0, 4, 4])).toEqual([[0, 2, 3]]);
    expect(mergeCells([1, 1])).toEqual([[0, 1]]);
    expect(mergeCells([0, 7])).toEqual([[1]]);
    expect(mergeCells([0, 0])).toEqual([]);
    expect(mergeCells([6, 5, 6, 5])).toEqual([[1], [3], [0], [2]]);
  });

  it("does not look at what was seen: the same expectation gives the same groups", () => {
    const groups = mergeCells([2, 3, 30]);
    expect(pool([0, 9, 26], groups)).toEqual([9, 26]);
    expect(pool([9, 0, 26], groups)).toEqual([9, 26]);
  });
});
