import { describe, expect, it } from "vitest";
import { bretagnolleHuberCarol } from "../../../src/evidence/stats/bretagnolle-huber-carol.ts";
import { empirical, totalVariation } from "../../../src/evidence/stats/total-variation.ts";
import { balance, phi, weissman } from "../../../src/evidence/stats/weissman.ts";
import { expectCovers, expectInverse } from "./bounds.ts";

describe("balance", () => {
  it("is the most even split an event can make", () => {
    expect(balance([0.9, 0.05, 0.05])).toBeCloseTo(0.1, 14);
    expect(balance([0.4, 0.35, 0.25])).toBeCloseTo(0.4, 14);
    expect(balance([0.45, 0.4, 0.15])).toBeCloseTo(0.45, 14);
    expect(balance(new Array(40).fill(1 / 40))).toBe(0.5);
    expect(balance([1, 0])).toBe(0);
    expect(balance([0.5, 0.3, 0.2])).toBe(0.5);
    expect(balance([0.9, ...new Array(20).fill(0.005)])).toBeCloseTo(0.1, 12);
    // Of sixteen outcomes 0.4 + 2 · 0.04 is the most even; with one more it is not searched.
    expect(balance([0.4, ...new Array(15).fill(0.04)])).toBeCloseTo(0.48, 12);
    expect(balance([0.4, ...new Array(16).fill(0.0375)])).toBe(0.5);
    expect(balance([0.4, ...new Array(15).fill(0.04), 0, 0])).toBeCloseTo(0.48, 12);
  });
});

describe("phi", () => {
  it("is ln((1-m)/m)/(1-2m): 2 at one half, ln 9 / 0.8 at one tenth", () => {
    expect(phi(0.5)).toBe(2);
    expect(phi(0.4999999)).toBeCloseTo(2, 10);
    expect(phi(0.1)).toBeCloseTo(Math.log(9) / 0.8, 13);
  });
});

describe("weissman", () => {
  const law = [0.9, 0.07, 0.03];
  const bound = weissman(300, law);

  it("is (2^k - 2) exp(-n phi e^2), sharper than the plain union", () => {
    expect(bound.tail(0.1)).toBeCloseTo(6 * Math.exp((-300 * Math.log(9)) / 80), 12);
    expect(bound.radius(1e-3)).toBeLessThan(bretagnolleHuberCarol(300, 3).radius(1e-3));
    expectInverse(bound);
  });

  it("covers the right law, not a mutant, and knows that a certain outcome never strays", () => {
    expectCovers(bound, law, 300, (counts) => totalVariation(empirical(counts), law));
    expect(() =>
      expectCovers(bound, law, 300, (counts) => totalVariation(empirical(counts), [0.7, 0.2, 0.1])),
    ).toThrow();
    expect(weissman(10, [0, 1]).radius(0.1)).toBe(0);
    expect(weissman(10, [0, 1]).tail(0.1)).toBe(0);
    expect(weissman(10, [0, 1]).tail(0)).toBe(1);
    expect(weissman(300, [0, ...law, 0]).radius(1e-3)).toBe(bound.radius(1e-3));
    expect(bound.tail(0)).toBe(1);
  });
});
