import { describe, expect, it } from "vitest";
import { eValueCalibration } from "../../src/stats/e-value-calibration.ts";
import { repeat, stream } from "./stream.ts";

describe("eValueCalibration", () => {
  it("accepts fair bets", () => {
    const uniform = stream(191);
    const fair = repeat(1000, () => Math.log(uniform() < 0.25 ? 2.5 : 0.5));
    const { runs, mean, pValue } = eValueCalibration(fair);
    expect(runs).toBe(1000);
    expect(mean).toBeCloseTo(1, 0);
    expect(pValue).toBeGreaterThan(1e-3);
  });

  it("refutes bets that win on average", () => {
    const uniform = stream(192);
    expect(eValueCalibration(repeat(1000, () => Math.log(uniform() < 0.4 ? 2.5 : 0.5))).pValue).toBeLessThan(1e-6);
  });

  it("refuses an empty list", () => expect(() => eValueCalibration([])).toThrow("found none"));
});
