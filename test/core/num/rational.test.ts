import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commonDenominator, parseRational, Rational, rational, reduced } from "../../../src/core/num/rational.ts";
import { ratio } from "../../support/toy-world.ts";

const anyRational = fc
  .tuple(fc.bigInt({ min: 0n, max: 1n << 70n }), fc.bigInt({ min: 1n, max: 1n << 70n }))
  .map(([numerator, denominator]) => new Rational(numerator, denominator));

describe("comparing with < or > throws, since JavaScript would silently say false", () => {
  const [a, b] = [ratio("1/3"), ratio("1/2")];
  test.each([
    ["<", () => a < b],
    [">=", () => a >= b],
    ["+", () => Number(a) + 1],
    ["template", () => `${a as unknown as number}`],
  ])("%s", (_, use) => expect(use).toThrow(TypeError));
});

test.each([
  ["0", "0"],
  ["3/10", "3/10"],
  ["6/20", "3/10"],
  ["7/7", "1"],
  ["0/9", "0"],
  ["10/4", "5/2"],
])("%s prints as %s", (text, printed) => {
  expect(rational.print(ratio(text))).toBe(printed);
  expect(ratio(text).toString()).toBe(printed);
});

test.each(["", "-1", "1/0", "1/", "/2", "0.5", "1e3", " 1", "1/2/3", "0x1", "١"])("%j is no fraction", (text) => {
  expect(parseRational(text)).toBeUndefined();
});

describe("operations by hand", () => {
  const value = (x: Rational): string => rational.print(x);
  test.each([
    ["1/6 + 1/10", rational.add(ratio("1/6"), ratio("1/10")), "4/15"],
    ["1/6 × 3/5", rational.mul(ratio("1/6"), ratio("3/5")), "1/10"],
    ["1/6 ÷ 2/3", rational.div(ratio("1/6"), ratio("2/3")), "1/4"],
    ["1/2 ÷ 1/2", rational.div(ratio("1/2"), ratio("1/2")), "1"],
    ["1/2 ∸ 1/3", rational.monus(ratio("1/2"), ratio("1/3")), "1/6"],
    ["1/3 ∸ 1/2", rational.monus(ratio("1/3"), ratio("1/2")), "0"],
    ["2/7 ∸ 3/7", rational.monus(ratio("2/7"), ratio("3/7")), "0"],
    ["min(2/3, 3/5)", rational.min(ratio("2/3"), ratio("3/5")), "3/5"],
    ["ratio(2, 6)", rational.ratio(2n, 6n), "1/3"],
  ])("%s", (_, result, expected) => expect(value(result)).toBe(expected));
  test("equal, compare, isZero", () => {
    expect(rational.equal(ratio("2/4"), ratio("1/2"))).toBe(true);
    expect([
      rational.compare(ratio("1/3"), ratio("1/2")),
      rational.compare(ratio("1/2"), ratio("2/4")),
      rational.compare(ratio("2/3"), ratio("1/2")),
    ]).toEqual([-1, 0, 1]);
    expect([rational.isZero(ratio("0/5")), rational.isZero(ratio("1/5"))]).toEqual([true, false]);
  });
  test("no division by zero, no negative weights", () => {
    expect(() => rational.div(ratio("1/2"), rational.zero)).toThrow("division of 1/2 by zero");
    expect(() => rational.ratio(-1n, 2n)).toThrow(RangeError);
    expect(() => rational.ratio(1n, 0n)).toThrow(RangeError);
  });
});

test("an ordered field, on numbers of any size", () => {
  fc.assert(
    fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
      const { add, mul, monus, min, equal } = rational;
      expect(equal(mul(a, add(b, c)), add(mul(a, b), mul(a, c)))).toBe(true);
      expect(equal(add(monus(a, b), min(a, b)), a)).toBe(true);
      expect(equal(add(add(a, b), c), add(a, add(b, c)))).toBe(true);
      if (!rational.isZero(b)) expect(equal(mul(rational.div(a, b), b), a)).toBe(true);
    }),
    { seed: 1 },
  );
});

test("lowest terms, also above 2^53 where Euclid runs on big integers", () => {
  const big = (1n << 80n) + 7n;
  expect(reduced(new Rational(6n * big, 15n * big))).toMatchObject({ numerator: 2n, denominator: 5n });
  expect(rational.print(new Rational(big * 3n, big))).toBe("3");
});

test("a common denominator of many, zeros included", () => {
  expect(commonDenominator([ratio("1/4"), ratio("5/6"), ratio("2/4"), ratio("0/7")])).toBe(12n);
  expect(commonDenominator([])).toBe(1n);
});

test("the nearest double, also of numbers far beyond a double's range", () => {
  expect(rational.toNumber(ratio("1/3"))).toBe(1 / 3);
  expect(rational.toNumber(rational.zero)).toBe(0);
  expect(rational.toNumber(new Rational(10n ** 400n, 2n * 10n ** 400n))).toBe(0.5);
  expect(rational.toNumber(new Rational(3n * 10n ** 20n, 1n))).toBe(3e20);
});
