import { describe, expect, it } from "vitest";
import { likelihoodRatio, pearson } from "../../../src/evidence/stats/statistic.ts";

describe("statistics of Mendel's peas, 9 : 3 : 3 : 1 (scipy 1.17 power_divergence)", () => {
  const counts = [315, 101, 108, 32];
  const law = [9 / 16, 3 / 16, 3 / 16, 1 / 16];

  it("pearson", () => expect(pearson(counts, law)).toBeCloseTo(0.4700239808153477, 12));
  it("likelihoodRatio", () => expect(likelihoodRatio(counts, law)).toBeCloseTo(0.47544523899823243, 11));

  it("are zero on perfect agreement and infinite on an impossible outcome", () => {
    for (const statistic of [pearson, likelihoodRatio]) {
      expect(statistic([2, 1, 1, 0], [0.5, 0.25, 0.25, 0])).toBe(0);
      expect(statistic([2, 1, 1, 1], [0.5, 0.25, 0.25, 0])).toBe(Infinity);
      expect(statistic([4, 0], [0.5, 0.5])).toBeGreaterThan(0);
      expect(statistic([1, 0, 2], [0, 0.5, 0.5])).toBe(Infinity);
    }
    // Summed up, 6 ln(6 / (35 · 6/35)) + 29 ln(29 / (35 · 29/35)) is a little below 0.
    expect(likelihoodRatio([6, 29], [6 / 35, 29 / 35])).toBe(0);
    expect(likelihoodRatio([4, 0], [0.5, 0.5])).toBeCloseTo(8 * Math.LN2, 12);
  });
});
