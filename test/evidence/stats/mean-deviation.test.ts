import { describe, expect, it } from "vitest";
import { meanDeviation, meanDeviationOfAnyLaw } from "../../../src/evidence/stats/mean-deviation.ts";
import { empirical, totalVariation } from "../../../src/evidence/stats/total-variation.ts";
import { expectCovers, expectInverse } from "./bounds.ts";

const law = new Array<number>(50).fill(0.02);

describe("meanDeviation", () => {
  it("of the worked case k = 64, n = 10^6, delta = 10^-6 adds 0.0040 and 0.0026", () => {
    const radius = meanDeviationOfAnyLaw(1e6, 64).radius(1e-6);
    expect(radius).toBeCloseTo(0.00397 + 0.00263, 4);
  });

  it("of a known law is no larger than of any law, equal for the uniform one", () => {
    expect(meanDeviation(100, law).radius(0.01)).toBeCloseTo(meanDeviationOfAnyLaw(100, 50).radius(0.01), 12);
    expect(meanDeviation(100, [0.9, 0.1]).radius(0.01)).toBeLessThan(meanDeviationOfAnyLaw(100, 2).radius(0.01));
    expectInverse(meanDeviation(100, law));
    expect(meanDeviation(100, law).tail(0)).toBe(1);
  });

  it("covers the right law, not a mutant", () => {
    expectCovers(meanDeviation(400, law), law, 400, (counts) => totalVariation(empirical(counts), law));
    const mutant = law.map((p, i) => p * (i < 25 ? 1.5 : 0.5));
    expect(() =>
      expectCovers(meanDeviation(400, law), law, 400, (counts) => totalVariation(empirical(counts), mutant)),
    ).toThrow();
  });
});
