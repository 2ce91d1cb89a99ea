import { describe, expect, it } from "vitest";
import { bonferroni, eBonferroni } from "../../../src/evidence/stats/bonferroni.ts";
import { repeat, stream } from "./stream.ts";

describe("bonferroni", () => {
  it("compares with alpha / m, e-values with m / alpha", () => {
    expect(bonferroni([0.012, 0.5, 0.013], 0.0375)).toEqual([0]);
    expect(eBonferroni([61, 59, 1].map(Math.log), 0.05)).toEqual([0]);
    expect(bonferroni([0.0625, 0.5], 0.125)).toEqual([0]);
    expect(eBonferroni([0, Math.log(4)], 0.5)).toEqual([1]);
    expect(bonferroni([], 0.05)).toEqual([]);
    expect(() => bonferroni([0.1], 1)).toThrow("alpha: found 1");
  });

  it("makes a false rejection in at most alpha of 1,000 families; alpha itself, its mutant, does in far more", () => {
    const uniform = stream(151);
    const families = repeat(1000, () => repeat(20, uniform));
    const share = (rejects: (family: number[]) => boolean): number => families.filter(rejects).length / 1000;
    expect(share((family) => bonferroni(family, 0.05).length > 0)).toBeLessThan(0.07);
    expect(share((family) => family.some((p) => p <= 0.05))).toBeGreaterThan(0.5);
  });
});
