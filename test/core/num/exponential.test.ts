import { expect, test } from "vitest";
import { exponential } from "../../../src/core/num/exponential.ts";

/** Units in the last place by which a value is off. */
const off = (x: number, of: (x: number) => number): number => {
  const expected = Math.exp(x);
  return Math.abs(of(x) - expected) / (expected * Number.EPSILON);
};

test("as Math.exp, to within four units in the last place", () => {
  const worst = (of: (x: number) => number): number => {
    let most = 0;
    for (let x = 0; x > -700; x -= 0.00731) most = Math.max(most, off(x, of));
    return most;
  };
  expect(worst(exponential)).toBeLessThan(4);
  // The same measure sees a series that is one term shorter.
  const short = (x: number): number => {
    const r = x + (Math.round((-x * 128) / Math.LN2) * Math.LN2) / 128;
    return Math.exp(x) * (1 - r ** 5 / 120 - r ** 4 / 24);
  };
  expect(worst(short)).toBeGreaterThan(4);
});

test("at the ends", () => {
  expect(exponential(0)).toBe(1);
  expect(exponential(-746)).toBe(0);
  expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0);
  expect(exponential(-740)).toBeGreaterThan(0);
  expect(exponential(Number.NaN)).toBeNaN();
});
