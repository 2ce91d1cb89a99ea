import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { massOutside, supportTest } from "../../../src/evidence/stats/support-test.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.01, power: 0.95 };
const law = [0.5, 0.5, 0];

describe("supportTest", () => {
  it("needs one sample to refute, and names it", () => {
    expect(supportTest([99, 0, 1], law, rates)).toMatchObject({
      verdict: "refuted",
      pValue: 0,
      alpha: 0,
      impossible: 2,
    });
    expect(supportTest([100, 0, 0], law, rates)).toMatchObject({ verdict: "consistent", pValue: 1, alpha: 0 });
    expect(supportTest([100, 0, 0], law, rates)).not.toHaveProperty("impossible");
    expect(supportTest([0, 2, 3, 4], [0, 0, 0, 1], rates)).toMatchObject({ statistic: 5, impossible: 1 });
    expect(supportTest([2, 3], [0, 1], rates)).toMatchObject({ statistic: 2, impossible: 0 });
  });

  it("bounds the mass outside: the rule of three", () => {
    expect(massOutside(1000, 0.05)).toBeCloseTo(3 / 1000, 4);
    expect(massOutside(1000, 0.05)).toBeLessThan(Math.log(20) / 1000);
    expect(supportTest([100, 0, 0], law, rates).detectable).toBe(massOutside(100, 1 - 0.95));
  });

  it("sees a mutant with the detectable mass outside as often as promised", () => {
    const m = massOutside(100, 0.05);
    const uniform = stream(41);
    const verdicts = repeat(500, () => supportTest(drawCounts([0.5, 0.5 - m, m], 100, uniform), law, rates).verdict);
    const share = verdicts.filter((verdict) => verdict === "refuted").length / 500;
    expect(share).toBeGreaterThan(0.92);
    expect(share).toBeLessThan(0.98);
  });
});
