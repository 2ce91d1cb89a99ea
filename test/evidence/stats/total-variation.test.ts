import { describe, expect, it } from "vitest";
import { empirical, totalVariation } from "../../../src/evidence/stats/total-variation.ts";

describe("totalVariation", () => {
  it("is half the sum of differences: 0 for equal laws, 1 for disjoint ones", () => {
    expect(totalVariation([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(totalVariation([1, 0], [0, 1])).toBe(1);
    expect(totalVariation([0.5, 0.3, 0.2], [0.4, 0.3, 0.3])).toBeCloseTo(0.1, 14);
    expect(totalVariation(empirical([1, 3]), [0.5, 0.5])).toBe(0.25);
  });

  it("refuses laws of different lengths", () => {
    expect(() => totalVariation([1], [0.5, 0.5])).toThrow("found 1 and 2 outcomes");
  });
});
