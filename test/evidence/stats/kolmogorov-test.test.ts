import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { kolmogorovTest } from "../../../src/evidence/stats/kolmogorov-test.ts";
import { validity } from "../../../src/evidence/stats/p-value-calibration.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.01, power: 0.9 };
const law = new Array<number>(100).fill(0.01);

describe("kolmogorovTest", () => {
  it("takes the largest gap between cumulated laws", () => {
    expect(kolmogorovTest([6, 2, 2], [0.2, 0.3, 0.5], rates).statistic).toBeCloseTo(0.4, 14);
  });

  it("is valid on 1,000 runs of the right law", () => {
    const uniform = stream(91);
    const pValues = repeat(1000, () => kolmogorovTest(drawCounts(law, 100, uniform), law, rates).pValue);
    expect(validity(pValues, { alpha: 1e-4, power: 0.9 }).verdict).toBe("consistent");
  });

  it("sees a shift along the order at the detectable gap at least as often as promised", () => {
    const { detectable: d } = kolmogorovTest(
      law.map(() => 10),
      law,
      rates,
    );
    const mutant = law.map((p, i) => p + (i < 50 ? d : -d) / 50);
    const uniform = stream(92);
    const verdicts = repeat(300, () => kolmogorovTest(drawCounts(mutant, 1000, uniform), law, rates).verdict);
    expect(verdicts.filter((verdict) => verdict === "refuted").length / 300).toBeGreaterThan(0.9);
  });
});
