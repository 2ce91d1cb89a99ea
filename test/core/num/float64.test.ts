import { expect, test } from "vitest";
import { float64 } from "../../../src/core/num/float64.ts";

test("doubles: truncated difference, minimum, comparison", () => {
  expect([float64.monus(0.5, 0.25), float64.monus(0.25, 0.5), float64.min(0.25, 0.5)]).toEqual([0.25, 0, 0.25]);
  expect([float64.add(1, 2), float64.mul(2, 3), float64.div(1, 4), float64.ratio(3n, 4n)]).toEqual([3, 6, 0.25, 0.75]);
  expect([float64.isZero(0), float64.isZero(1e-300), float64.equal(0.1 + 0.2, 0.3)]).toEqual([true, false, false]);
  expect(Math.sign(float64.compare(1, 2))).toBe(-1);
  expect([float64.toNumber(0.5), float64.print(0.5)]).toEqual([0.5, "0.5"]);
});
