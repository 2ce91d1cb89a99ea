import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { klTest } from "../../../src/evidence/stats/kl-test.ts";
import { validity } from "../../../src/evidence/stats/p-value-calibration.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.01, power: 0.9 };
const law = [0.4, 0.3, 0.2, 0.1];

describe("klTest", () => {
  it("is valid on 1,000 runs of the right law", () => {
    const uniform = stream(81);
    const pValues = repeat(1000, () => klTest(drawCounts(law, 60, uniform), law, rates).pValue);
    expect(validity(pValues, { alpha: 1e-4, power: 0.9 }).verdict).toBe("consistent");
  });

  it("sees a mutant at the detectable distance at least as often as promised", () => {
    const { detectable: d } = klTest([400, 300, 200, 100], law, rates);
    const mutant = [0.4 - d / 2, 0.3 - d / 2, 0.2 + d / 2, 0.1 + d / 2];
    const uniform = stream(82);
    const verdicts = repeat(300, () => klTest(drawCounts(mutant, 1000, uniform), law, rates).verdict);
    expect(verdicts.filter((verdict) => verdict === "refuted").length / 300).toBeGreaterThan(0.9);
  });

  it("detects by Agrawal's radius, Pinsker and Hoeffding: scipy 1.17 brentq; the same where impossible outcomes are listed", () => {
    const { detectable } = klTest([400, 300, 200, 100], law, rates);
    expect(detectable).toBeCloseTo(0.11036365497881731, 10);
    expect(klTest([400, 0, 300, 200, 100, 0], [0.4, 0, 0.3, 0.2, 0.1, 0], rates).detectable).toBe(detectable);
  });

  it("handles the impossible and the certain", () => {
    expect(klTest([5, 1], [1, 0], rates)).toMatchObject({ verdict: "refuted", pValue: 0 });
    expect(klTest([5, 0], [1, 0], rates)).toMatchObject({ verdict: "consistent", pValue: 1 });
  });
});
