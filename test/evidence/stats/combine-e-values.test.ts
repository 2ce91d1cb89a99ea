import { describe, expect, it } from "vitest";
import { averageEvidence, productEvidence } from "../../../src/evidence/stats/combine-e-values.ts";
import { eValueCalibration } from "../../../src/evidence/stats/e-value-calibration.ts";
import { repeat, stream } from "./stream.ts";

describe("combination of e-values", () => {
  /** A fair coin bet: 3/2 or 1/2. */
  const bet = (uniform: () => number): number => Math.log(uniform() < 0.5 ? 1.5 : 0.5);

  it("averages and multiplies", () => {
    expect(averageEvidence([Math.log(1), Math.log(3)])).toBeCloseTo(Math.log(2), 14);
    expect(productEvidence([Math.log(2), Math.log(3)])).toBeCloseTo(Math.log(6), 14);
  });

  it("keeps the mean at 1: averages always, products of independent bets, not products of a bet with itself", () => {
    const uniform = stream(141);
    const combine = (rule: (logs: readonly number[]) => number, logs: () => number[]) =>
      eValueCalibration(repeat(1000, () => rule(logs()))).pValue;
    const copies = (times: number) => () => {
      const log = bet(uniform);
      return repeat(times, () => log);
    };
    expect(combine(averageEvidence, copies(5))).toBeGreaterThan(1e-3);
    expect(combine(productEvidence, () => repeat(5, () => bet(uniform)))).toBeGreaterThan(1e-3);
    expect(combine(productEvidence, copies(5))).toBeLessThan(1e-6);
  });
});
