import { describe, expect, it } from "vitest";
import { ChangeMixture } from "../../../src/evidence/stats/change-mixture.ts";

describe("ChangeMixture", () => {
  it("is the weighted sum over all starting moments", () => {
    const factors = [0.5, 3, 0.25, 4, 1.5];
    const mixture = new ChangeMixture();
    for (const factor of factors) mixture.multiply(Math.log(factor));
    let sum = 1 / (factors.length + 1);
    for (let k = 1; k <= factors.length; k++)
      sum += factors.slice(k - 1).reduce((product, factor) => product * factor, 1 / (k * (k + 1)));
    expect(mixture.logValue).toBeCloseTo(Math.log(sum), 13);
  });

  it("starts at 1 and stays there on bets that neither win nor lose", () => {
    const mixture = new ChangeMixture();
    expect(mixture.logValue).toBe(0);
    for (let i = 0; i < 50; i++) mixture.multiply(0);
    expect(mixture.logValue).toBeCloseTo(0, 12);
  });

  it("forgets a long losing past: a late change is seen within a few rounds", () => {
    const mixture = new ChangeMixture();
    for (let i = 0; i < 10_000; i++) mixture.multiply(Math.log(0.9));
    for (let i = 0; i < 60; i++) mixture.multiply(Math.log(1.5));
    expect(mixture.logValue).toBeGreaterThan(Math.log(100));
  });

  it("does not overflow on capital that no double holds", () => {
    const mixture = new ChangeMixture();
    mixture.multiply(1000);
    expect(mixture.logValue).toBeCloseTo(1000 - Math.LN2, 12);
    mixture.multiply(-2000);
    expect(mixture.logValue).toBeCloseTo(-Math.log(3), 12);
  });

  it("survives factors of zero and infinity", () => {
    const mixture = new ChangeMixture();
    mixture.multiply(-Infinity);
    expect(mixture.logValue).toBeCloseTo(Math.log(1 / 2), 14);
    mixture.multiply(Infinity);
    expect(mixture.logValue).toBe(Infinity);
  });
});
