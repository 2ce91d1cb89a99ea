import { describe, expect, it } from "vitest";
import { drawCounts } from "../../src/stats/draw-counts.ts";
import { exactMultinomialTest } from "../../src/stats/exact-multinomial-test.ts";
import { validity } from "../../src/stats/p-value-calibration.ts";
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
  });

  it("refuses what cannot be enumerated", () => {
    const many = new Array<number>(20).fill(1 / 20);
    expect(() => exactMultinomialTest(new Array(20).fill(5), many, rates)).toThrow(
      "expected at most 2000000: use monteCarloTest",
    );
  });
});
