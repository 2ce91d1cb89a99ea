import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { chiSquaredTest, gTest } from "../../../src/evidence/stats/goodness-of-fit.ts";
import { uniformity } from "../../../src/evidence/stats/p-value-calibration.ts";
import { samplesFor } from "../../../src/evidence/stats/samples-for.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.01, power: 0.9 };
const law = [0.4, 0.3, 0.2, 0.1];
const mutant = [0.42, 0.32, 0.18, 0.08];

describe("known values (scipy 1.17)", () => {
  const peas = [9 / 16, 3 / 16, 3 / 16, 1 / 16];

  it("chisquare", () => {
    expect(chiSquaredTest([315, 101, 108, 32], peas, rates).pValue).toBeCloseTo(0.925425895103616, 10);
    const die = chiSquaredTest([16, 18, 16, 14, 12, 12], new Array(6).fill(1 / 6), rates);
    expect(die.statistic).toBeCloseTo(2, 12);
    expect(die.pValue).toBeCloseTo(0.8491450360846096, 10);
  });

  it("power_divergence, log-likelihood", () => {
    expect(gTest([315, 101, 108, 32], peas, rates).pValue).toBeCloseTo(0.9242519039745327, 10);
  });
});

describe.each([
  ["chi-squared", chiSquaredTest],
  ["g-test", gTest],
] as const)("%s", (name, test) => {
  it("is calibrated: p-values of 1,000 runs on the right law are uniform", () => {
    const uniform = stream(11);
    const pValues = repeat(1000, () => test(drawCounts(law, 500, uniform), law, rates).pValue);
    expect(uniformity(pValues, { alpha: 1e-4, power: 0.9 }).verdict).toBe("consistent");
  });

  it("keeps its false-alarm rate near alpha where most cells had to be merged", () => {
    const uniform = stream(12);
    const rare = [0.9, ...new Array<number>(10).fill(0.01)];
    const pValues = repeat(1000, () => test(drawCounts(rare, 120, uniform), rare, rates).pValue);
    expect(pValues.filter((p) => p <= 0.05).length / 1000).toBeLessThan(0.08);
  });

  it("refutes the mutant at the planned sample size as often as planned", () => {
    const samples = samplesFor(0.04, 4, rates);
    const uniform = stream(13);
    const verdicts = repeat(300, () => test(drawCounts(mutant, samples, uniform), law, rates));
    expect(verdicts[0]).toMatchObject({ test: name, alpha: 0.01, power: 0.9, samples, basis: "asymptotic" });
    expect(verdicts[0]?.detectable).toBeLessThanOrEqual(0.04);
    expect(verdicts.filter(({ verdict }) => verdict === "refuted").length / 300).toBeGreaterThan(0.86);
  });

  it("tests two cells with one degree of freedom", () => {
    const known = { "chi-squared": 0.16151331846754213, "g-test": 0.16082481758795952 }[name];
    expect(test([43, 57], [0.5, 0.5], rates).pValue).toBeCloseTo(known, 10);
    expect(test([43, 57], [0.5, 0.5], rates)).not.toHaveProperty("impossible");
  });

  it("refutes an impossible outcome at once, and learns nothing from a single cell", () => {
    expect(test([1, 3], [0, 1], rates)).toMatchObject({ verdict: "refuted", statistic: Infinity, impossible: 0 });
    expect(test([3, 1], [1, 0], rates)).toMatchObject({ verdict: "refuted", pValue: 0, impossible: 1 });
    expect(test([3, 0], [1, 0], rates)).toMatchObject({ verdict: "consistent", pValue: 1, detectable: 1 });
  });

  it("refuses malformed input", () => {
    expect(() => test([1, 2], law, rates)).toThrow("found 2 cells, expected 4");
    expect(() => test([1, 2, 3, 4], [0.4, 0.3, 0.2, 0.2], rates)).toThrow("found sum 1.09999");
  });
});
