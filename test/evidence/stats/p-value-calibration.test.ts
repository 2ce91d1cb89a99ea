import { describe, expect, it } from "vitest";
import { uniformity, validity } from "../../../src/evidence/stats/p-value-calibration.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.01, power: 0.9 };

describe("calibration of p-values", () => {
  it("takes Kolmogorov's distance from the uniform law", () => {
    expect(uniformity([0.1, 0.2, 0.9], rates).statistic).toBeCloseTo(2 / 3 - 0.2, 14);
    expect(validity([0.5, 0.9], rates).statistic).toBeCloseTo(0.1, 14);
  });

  it("detects by two radii of DKW, one-sided where only small p-values count, and gives 1 where the bound says nothing", () => {
    const pValues = Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);
    const radius = (delta: number): number => Math.sqrt(Math.log(2 / delta) / 2000);
    expect(uniformity(pValues, rates).detectable).toBeCloseTo(radius(0.01) + radius(0.1), 12);
    expect(validity(pValues, rates).detectable).toBeCloseTo(radius(0.02) + radius(0.1), 12);
    expect(validity(pValues, { alpha: 0.6, power: 0.7 }).detectable).toBeCloseTo(radius(1) + radius(0.3), 12);
    expect(validity([1, 1], rates)).toMatchObject({ statistic: 0, pValue: 1, detectable: 1 });
    expect(
      validity(
        repeat(50, () => 0.8),
        rates,
      ).pValue,
    ).toBeCloseTo(Math.exp(-100 * 0.2 ** 2), 12);
  });

  it("accepts uniform p-values", () => {
    const pValues = repeat(1000, stream(181));
    expect(uniformity(pValues, rates).verdict).toBe("consistent");
    expect(validity(pValues, rates).verdict).toBe("consistent");
  });

  it("refutes a test that rejects too often, a gap of the detectable size included", () => {
    const mutant = repeat(1000, stream(182)).map((p) => p ** 1.5);
    expect(uniformity(mutant, rates).verdict).toBe("refuted");
    expect(validity(mutant, rates).verdict).toBe("refuted");
    const { detectable } = validity(mutant, rates);
    const uniform = stream(183);
    const verdicts = repeat(200, () =>
      validity(
        repeat(300, () => (uniform() < 0.15 ? 0 : uniform())),
        rates,
      ),
    );
    expect(detectable).toBeLessThan(0.1);
    expect(verdicts.filter(({ verdict }) => verdict === "refuted").length).toBeGreaterThan(180);
  });

  it("lets cautious p-values pass as valid, not as uniform", () => {
    const cautious = repeat(1000, stream(184)).map(Math.sqrt);
    expect(validity(cautious, rates).verdict).toBe("consistent");
    expect(uniformity(cautious, rates).verdict).toBe("refuted");
  });

  it("refuses what is no p-value", () => {
    expect(() => uniformity([0.1, 1.1], rates)).toThrow("found 1.1");
    expect(() => uniformity([], rates)).toThrow("samples: found 0");
    expect(() => uniformity([-0.1], rates)).toThrow("found -0.1");
    expect(uniformity([0, 1], rates).statistic).toBe(0.5);
  });
});
