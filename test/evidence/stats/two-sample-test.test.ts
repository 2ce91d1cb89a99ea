import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { uniformity } from "../../../src/evidence/stats/p-value-calibration.ts";
import { samplesFor } from "../../../src/evidence/stats/samples-for.ts";
import { twoSampleChiSquaredTest, twoSampleGTest } from "../../../src/evidence/stats/two-sample-test.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.01, power: 0.9 };

describe("known values (scipy 1.17 chi2_contingency, no correction)", () => {
  it("chi-squared", () => {
    const wide = twoSampleChiSquaredTest([10, 10, 20], [20, 20, 20], rates);
    expect(wide.statistic).toBeCloseTo(2.7777777777777777, 12);
    expect(wide.pValue).toBeCloseTo(0.24935220877729622, 10);
    expect(twoSampleChiSquaredTest([43, 9], [44, 4], rates).pValue).toBeCloseTo(0.1824670652605479, 10);
  });

  it("log-likelihood", () => {
    expect(twoSampleGTest([10, 10, 20], [20, 20, 20], rates).pValue).toBeCloseTo(0.25046668010954165, 10);
  });
});

describe.each([
  ["chi-squared", twoSampleChiSquaredTest],
  ["g-test", twoSampleGTest],
] as const)("two-sample %s", (_, test) => {
  const law = [0.4, 0.3, 0.2, 0.1];

  it("is calibrated on 1,000 pairs from one law", () => {
    const uniform = stream(21);
    const pValues = repeat(
      1000,
      () => test(drawCounts(law, 300, uniform), drawCounts(law, 500, uniform), rates).pValue,
    );
    expect(uniformity(pValues, { alpha: 1e-4, power: 0.9 }).verdict).toBe("consistent");
  });

  it("refutes a pair with a mutant at twice the planned samples as often as planned", () => {
    const each = 2 * samplesFor(0.1, 4, rates);
    const uniform = stream(22);
    const mutant = [0.46, 0.34, 0.14, 0.06];
    const verdicts = repeat(200, () => test(drawCounts(law, each, uniform), drawCounts(mutant, each, uniform), rates));
    expect(verdicts[0]?.detectable).toBeLessThanOrEqual(0.1);
    expect(verdicts.filter(({ verdict }) => verdict === "refuted").length / 200).toBeGreaterThan(0.86);
  });

  it("detects as a test of nm/(n + m) samples: scipy 1.17 ncx2 inverted", () => {
    const { detectable, samples } = test([120, 90, 60, 30], [200, 150, 100, 50], rates);
    expect(samples).toBe(800);
    expect(detectable).toBeCloseTo(0.1601974786987252, 9);
  });

  it("merges cells of which the smaller sample should have fewer than five", () => {
    const merged = test([10, 90], [0, 900], rates);
    expect(merged).toMatchObject({ verdict: "consistent", pValue: 1, detectable: 1 });
    expect(test([40, 60], [10, 890], rates).verdict).toBe("refuted");
    expect(test([5, 95], [45, 855], rates)).toMatchObject({ verdict: "consistent", statistic: expect.closeTo(0, 12) });
    expect(test([5, 95], [45, 855], rates).detectable).toBeLessThan(1);
  });

  it("finds nothing in equal samples and refuses tables of different lengths", () => {
    expect(test([30, 20], [30, 20], rates)).toMatchObject({ verdict: "consistent", pValue: 1 });
    expect(() => test([1, 2], [1, 2, 3], rates)).toThrow("second counts: found 3 cells, expected 2");
  });
});
