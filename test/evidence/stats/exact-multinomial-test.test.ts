import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { exactMultinomialTest } from "../../../src/evidence/stats/exact-multinomial-test.ts";
import { validity } from "../../../src/evidence/stats/p-value-calibration.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.05, power: 0.8 };

describe("exactMultinomialTest", () => {
  it("agrees with enumeration over scipy 1.17 multinomial.pmf, and with binomtest for two cells", () => {
    const quarters = [0.25, 0.25, 0.25, 0.25];
    expect(exactMultinomialTest([7, 1, 2], [0.2, 0.3, 0.5], rates).pValue).toBeCloseTo(0.0018858575, 12);
    expect(exactMultinomialTest([3, 0, 5, 2], quarters, rates).pValue).toBeCloseTo(0.1668701171875, 12);
    expect(exactMultinomialTest([5, 1], [0.5, 0.5], rates).pValue).toBeCloseTo(0.21875, 12);
    expect(exactMultinomialTest([12, 8], [0.3, 0.7], rates).pValue).toBeCloseTo(0.005936084198097523, 12);
  });

  it("has minus the logarithm of the table's probability as its statistic, infinite where it is impossible", () => {
    expect(exactMultinomialTest([5, 1], [0.5, 0.5], rates).statistic).toBeCloseTo(Math.log(64 / 6), 12);
    expect(exactMultinomialTest([5, 1], [1, 0], rates).statistic).toBe(Infinity);
  });

  it("is the same test where impossible outcomes are listed as well", () => {
    const padded = exactMultinomialTest([0, 9, 3], [0, 0.5, 0.5], rates);
    expect(padded).toEqual(exactMultinomialTest([9, 3], [0.5, 0.5], rates));
    expect(padded.detectable).toBeLessThan(1);
  });

  it("gives 1 to the likeliest table and leaves impossible cells out", () => {
    expect(exactMultinomialTest([3, 3, 0], [0.5, 0.5, 0], rates).pValue).toBeCloseTo(1, 12);
    expect(exactMultinomialTest([3, 2, 1], [0.5, 0.5, 0], rates)).toMatchObject({ verdict: "refuted", pValue: 0 });
  });

  it("is valid on 1,000 runs of eight samples and refutes a mutant", () => {
    const law = [0.6, 0.3, 0.1];
    const uniform = stream(8);
    const pValues = repeat(1000, () => exactMultinomialTest(drawCounts(law, 8, uniform), law, rates).pValue);
    expect(validity(pValues, { alpha: 1e-4, power: 0.9 }).verdict).toBe("consistent");
    const mutants = repeat(100, () => exactMultinomialTest(drawCounts([0.1, 0.3, 0.6], 20, uniform), law, rates));
    expect(mutants[0]?.detectable).toBeLessThan(0.5);
    expect(mutants.filter(({ verdict }) => verdict === "refuted").length).toBeGreaterThan(80);
  });

  it("says that nothing is detectable where no table is rare enough", () => {
    expect(exactMultinomialTest([3, 0], [0.5, 0.5], rates).detectable).toBe(1);
    // Three heads or three tails, 1/8 each, are the rarest.
    const at = (alpha: number) => exactMultinomialTest([3, 0], [0.5, 0.5], { alpha, power: 0.8 }).detectable;
    expect(at(0.2)).toBe(1);
    expect(at(0.26)).toBeLessThan(1);
  });

  it("finds the rarest table wherever it comes", () => {
    const { detectable } = exactMultinomialTest([1, 2], [0.1, 0.9], rates);
    expect(detectable).toBeCloseTo(Math.sqrt(7.848860505326198 / 12), 9);
    expect(exactMultinomialTest([2, 1], [0.9, 0.1], rates).detectable).toBe(detectable);
    expect(exactMultinomialTest([1, 1, 1], [0.45, 0.1, 0.45], rates).detectable).toBeLessThan(1);
  });

  it("refuses what cannot be enumerated", () => {
    const many = new Array<number>(20).fill(1 / 20);
    expect(() => exactMultinomialTest(new Array(20).fill(5), many, rates)).toThrow(
      "expected at most 2000000: use monteCarloTest",
    );
    // 2001 · 2000 / 2 tables.
    expect(() => exactMultinomialTest([1999, 0, 0], [0.2, 0.3, 0.5], rates)).toThrow("found about 2.0e+6 tables");
  });
});
