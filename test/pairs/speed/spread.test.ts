import { expect, test } from "vitest";
import { median, quantile } from "../../../src/pairs/speed/spread.ts";

test("the median of an odd and an even number of values, in any order, which stay as they are", () => {
  const values = [10, 9, 100];
  expect(median(values)).toBe(10);
  expect(values).toEqual([10, 9, 100]);
  expect(median([1, 4])).toBe(2.5);
  expect(median([5])).toBe(5);
  expect(median([])).toBeNaN();
});

test("quantiles lie between neighbours, the first and the last are values", () => {
  const values = [40, 10, 30, 20];
  expect([0, 0.25, 0.5, 0.75, 1].map((at) => quantile(values, at))).toEqual([10, 17.5, 25, 32.5, 40]);
});
