import { describe, expect, it } from "vitest";
import { noncentralChiSquaredTail } from "../../../src/evidence/stats/noncentral-chi-squared.ts";

const near = (found: number, expected: number, digits = 9): void => expect(found / expected).toBeCloseTo(1, digits);

describe("noncentralChiSquaredTail", () => {
  it("agrees with scipy 1.17 ncx2.sf from the middle to deep tails", () => {
    near(noncentralChiSquaredTail(7.814727903251178, 3, 10.9), 0.7998971492265442);
    near(noncentralChiSquaredTail(30, 4, 10), 0.025212131820047504);
    near(noncentralChiSquaredTail(5, 2, 0.5), 0.13475557090632018);
    near(noncentralChiSquaredTail(1000, 31, 1000), 0.6823984634298749);
    near(noncentralChiSquaredTail(100, 5, 3), 2.192765015958693e-15, 7);
    near(noncentralChiSquaredTail(2000, 3, 200), 3.658935038812007e-205, 7);
  });

  it("loses no step where it starts in the middle: the whole mass lies above the first central tail's", () => {
    near(noncentralChiSquaredTail(542, 31, 1000), 1);
  });

  it("is 1 at and below zero, and 0 where no double is as small", () => {
    for (const noncentrality of [0.1, 2, 10.9, 1000]) {
      for (const x of [0, -1]) expect(noncentralChiSquaredTail(x, 3, noncentrality)).toBe(1);
    }
    expect(noncentralChiSquaredTail(5000, 3, 1)).toBe(0);
  });

  it("is the central law without noncentrality, and refuses one that is negative or no number", () => {
    near(noncentralChiSquaredTail(3.84, 1, 0), 0.05004352124870519);
    for (const wrong of [-1, Number.POSITIVE_INFINITY, Number.NaN]) {
      expect(() => noncentralChiSquaredTail(1, 1, wrong)).toThrow(`noncentrality: found ${wrong}`);
    }
  });
});
