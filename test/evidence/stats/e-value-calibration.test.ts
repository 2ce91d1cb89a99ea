import { describe, expect, it } from "vitest";
import { eValueCalibration } from "../../../src/evidence/stats/e-value-calibration.ts";
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

  it("bets 1/2, 1/4, 1/8 and 1/16 of the capital: one e-value of 3 gives p = 1 / (1 + 2 * 15/64), losses give 1", () => {
    expect(eValueCalibration([Math.log(3)])).toEqual({
      runs: 1,
      mean: expect.closeTo(3, 12),
      pValue: expect.closeTo(64 / 94, 12),
    });
    expect(eValueCalibration([Math.log(0.5), -Infinity])).toEqual({ runs: 2, mean: 0.25, pValue: 1 });
  });

  it("refuses an empty list", () => expect(() => eValueCalibration([])).toThrow("found none"));
});
