import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { validity } from "../../../src/evidence/stats/p-value-calibration.ts";
import { totalVariationTest } from "../../../src/evidence/stats/total-variation-test.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.01, power: 0.9 };
const law = [0.4, 0.3, 0.2, 0.1];

describe("totalVariationTest", () => {
  it("is valid on 1,000 runs of the right law", () => {
    const uniform = stream(61);
    const pValues = repeat(1000, () => totalVariationTest(drawCounts(law, 100, uniform), law, rates).pValue);
    expect(validity(pValues, { alpha: 1e-4, power: 0.9 }).verdict).toBe("consistent");
  });

  it("sees a mutant at the detectable distance at least as often as promised, at this very sample size", () => {
    const samples = 1000;
    const { detectable: d } = totalVariationTest([400, 300, 200, 100], law, rates);
    const mutant = [0.4 + d / 2, 0.3 + d / 2, 0.2 - d / 2, 0.1 - d / 2];
    const uniform = stream(63);
    const verdicts = repeat(500, () => totalVariationTest(drawCounts(mutant, samples, uniform), law, rates).verdict);
    expect(verdicts.filter((verdict) => verdict === "refuted").length / 500).toBeGreaterThan(0.9);
  });

  it("detects by the sharpest radius and Hoeffding's, here Weissman's with the even split 0.4 + 0.1", () => {
    const verdict = totalVariationTest([380, 310, 200, 110], law, rates);
    expect(verdict.test).toBe("total variation (Weissman)");
    expect(verdict.statistic).toBeCloseTo(0.02, 12);
    expect(verdict.pValue).toBe(1);
    expect(verdict.detectable).toBeCloseTo(0.09411470130625801, 12);
    expect(verdict).not.toHaveProperty("impossible");
  });

  it("refutes the impossible at once", () => {
    expect(totalVariationTest([1, 5], [0, 1], rates)).toMatchObject({ verdict: "refuted", pValue: 0, impossible: 0 });
    const once = totalVariationTest([1, 600, 399], [0, 0.6, 0.4], rates);
    expect(once).toMatchObject({ verdict: "refuted", pValue: 0, impossible: 0 });
    expect(totalVariationTest([0, 600, 400], [0, 0.6, 0.4], rates)).not.toHaveProperty("impossible");
    expect(totalVariationTest([5, 1], [1, 0], rates)).toMatchObject({ verdict: "refuted", pValue: 0, impossible: 1 });
  });
});
