import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { exactMultinomialTest } from "../../../src/evidence/stats/exact-multinomial-test.ts";
import { monteCarloTest, rankPValue } from "../../../src/evidence/stats/monte-carlo-test.ts";
import { validity } from "../../../src/evidence/stats/p-value-calibration.ts";
import { pearson } from "../../../src/evidence/stats/statistic.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.05, power: 0.8 };
const law = [0.5, 0.3, 0.15, 0.05];

describe("monteCarloTest", () => {
  it("counts simulated statistics that reach the observed one, ties included", () => {
    const simulated = [1, 2, 3, 4];
    expect(rankPValue(3, 4, () => simulated.shift() as number)).toBe(3 / 5);
    expect(rankPValue(3, 9, () => 3 - 1e-12)).toBe(1);
    expect(rankPValue(3, 9, () => 3 - 1e-6)).toBe(1 / 10);
    expect(rankPValue(0, 9, () => 0)).toBe(1);
  });

  it("agrees with enumeration where the two orders of tables agree", () => {
    const flat = [1 / 3, 1 / 3, 1 / 3];
    const exact = exactMultinomialTest([7, 1, 1], flat, rates).pValue;
    const { pValue } = monteCarloTest(pearson, [7, 1, 1], flat, rates, 4000, stream(5));
    expect(Math.abs(pValue - exact)).toBeLessThan(0.01);
  });

  it("detects by the possible outcomes alone: scipy 1.17 ncx2 inverted", () => {
    const { detectable, samples } = monteCarloTest(pearson, [60, 0, 40, 20], [0.5, 0, 0.3, 0.2], rates, 19, stream(9));
    expect(samples).toBe(120);
    expect(detectable).toBeCloseTo(0.14167663348251183, 9);
  });

  it("is valid on 1,000 runs of only twelve samples", () => {
    const uniform = stream(6);
    const pValues = repeat(
      1000,
      () => monteCarloTest(pearson, drawCounts(law, 12, uniform), law, rates, 39, uniform).pValue,
    );
    expect(validity(pValues, { alpha: 1e-4, power: 0.9 }).verdict).toBe("consistent");
  });

  it("refutes a mutant as often as planned", () => {
    const uniform = stream(7);
    const mutant = [0.35, 0.45, 0.15, 0.05];
    const verdicts = repeat(200, () =>
      monteCarloTest(pearson, drawCounts(mutant, 150, uniform), law, rates, 99, uniform),
    );
    expect(verdicts[0]?.detectable).toBeLessThan(0.15);
    expect(verdicts.filter(({ verdict }) => verdict === "refuted").length / 200).toBeGreaterThan(0.8);
  });

  it("refutes the impossible without a simulation, and refuses too few rounds", () => {
    expect(monteCarloTest(pearson, [1, 1], [1, 0], rates, 19, stream(1))).toMatchObject({
      verdict: "refuted",
      pValue: 0,
    });
    expect(() => monteCarloTest(pearson, [1, 1, 1, 0], law, rates, 18, stream(1))).toThrow(
      "rounds: found 18, expected at least 19 for alpha = 0.05",
    );
  });
});
