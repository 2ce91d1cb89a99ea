import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  constant,
  minus,
  monomialOf,
  negated,
  plus,
  times as product,
  unknown,
} from "../../../../src/evidence/tiers/symbolic/polynomial.ts";
import {
  commonFactors,
  denominatorFactors,
  difference,
  expandOver,
  fromPolynomial,
  isZero,
  negative,
  numeratorFactors,
  one,
  type RationalFunction,
  ratio,
  sum,
  times,
  zero,
} from "../../../../src/evidence/tiers/symbolic/rational-function.ts";
import { Work } from "../../../../src/evidence/tiers/symbolic/work.ts";
import { plus as added, equal, type Fraction, times as multiplied, valueOfFunction } from "./values.ts";

const work = new Work();

const [x, y] = [unknown(0), unknown(1)];
const [fx, fy] = [fromPolynomial(x), fromPolynomial(y)];
const exponents = ({ factors }: RationalFunction): number[] => [...factors.values()].map(({ exponent }) => exponent);
const parts = ({ numerator, denominator }: RationalFunction): bigint[] => [numerator, denominator];

describe("constants", () => {
  test("are reduced, with a positive denominator", () => {
    expect(parts(ratio(4n, 6n))).toEqual([2n, 3n]);
    expect(parts(ratio(4n, -6n))).toEqual([-2n, 3n]);
    expect(parts(ratio(-4n, -6n))).toEqual([2n, 3n]);
    expect(parts(ratio(-4n, 6n))).toEqual([-2n, 3n]);
  });
  test("zero is one object", () => {
    expect([ratio(0n, 5n), times(fx, zero), times(zero, fx), fromPolynomial(constant(0n)), sum(work, [])]).toEqual(
      new Array(5).fill(zero),
    );
    expect([isZero(zero), isZero(one), isZero(fx)]).toEqual([true, false, false]);
  });
});

describe("a polynomial as factors", () => {
  test("−6x²y + 4xy² = −2·x·y·(3x − 2y): content, sign and common unknowns are pulled out", () => {
    const a = plus(
      product(work, constant(-6n), product(work, x, product(work, x, y))),
      product(work, constant(4n), product(work, x, product(work, y, y))),
    );
    const made = fromPolynomial(a);
    expect(parts(made).map((n) => (n < 0n ? -n : n))).toEqual([2n, 1n]);
    expect(exponents(made)).toEqual([1, 1, 1]);
    expect([...made.factors.values()].map(({ base }) => base.size)).toEqual([1, 1, 2]);
  });
  test("a polynomial and its negative differ by the sign alone", () => {
    const [a, b] = [fromPolynomial(minus(x, y)), fromPolynomial(minus(y, x))];
    expect([...a.factors.keys()]).toEqual([...b.factors.keys()]);
    expect(a.numerator).toBe(-b.numerator);
  });
  test("a multiple has the same factors", () => {
    const [a, b] = [fromPolynomial(plus(x, y)), fromPolynomial(product(work, constant(3n), plus(x, y)))];
    expect([...a.factors.keys()]).toEqual([...b.factors.keys()]);
    expect(b.numerator).toBe(3n);
  });
  test("a single term leaves no factor 1", () => {
    expect(exponents(fromPolynomial(constant(7n)))).toEqual([]);
    expect(exponents(fromPolynomial(product(work, x, product(work, x, y))))).toEqual([2, 1]);
  });
});

describe("products", () => {
  test("common factors cancel by themselves", () => {
    expect(times(times(fx, fy), fy, -1)).toEqual(fx);
    expect(times(fx, fx, -1)).toEqual(one);
    expect(exponents(times(fx, times(fx, fx), -1))).toEqual([-1]);
  });
  test("one changes nothing", () => {
    expect([times(fx, one), times(one, fx), times(fx, one, -1)]).toEqual([fx, fx, fx]);
    expect(exponents(times(one, fx, -1))).toEqual([-1]);
  });
  test("nothing divides by zero", () => {
    expect(() => times(fx, zero, -1)).toThrow("division by the zero function");
    expect(times(zero, fx, -1)).toBe(zero);
  });
  test("numbers are divided and reduced", () =>
    expect(parts(times(ratio(2n, 3n), ratio(-4n, 9n), -1))).toEqual([-3n, 2n]));
});

describe("sums", () => {
  test("x/y + 1 = (x + y)/y: over a common denominator", () => {
    const total = sum(work, [times(fx, fy, -1), one]);
    expect(numeratorFactors(total)).toEqual([plus(x, y)]);
    expect(denominatorFactors(total)).toEqual([y]);
  });
  test("x·y² + x·y = x·y·(y + 1): what is common is not expanded", () => {
    const total = sum(work, [times(fx, times(fy, fy)), times(fx, fy)]);
    expect(new Set(exponents(total))).toEqual(new Set([1]));
    expect(
      numeratorFactors(total)
        .map(({ size }) => size)
        .sort(),
    ).toEqual([1, 1, 2]);
  });
  test("a sum of one is that one", () => expect(sum(work, [zero, fx, zero])).toBe(fx));
  test("what cancels is zero", () =>
    expect(isZero(difference(work, sum(work, [fx, fy]), sum(work, [fy, fx])))).toBe(true));
  test("negative", () => expect(parts(negative(ratio(2n, 3n)))).toEqual([-2n, 3n]));
});

describe("factors that all share", () => {
  test("each with its least exponent, negative ones if only some have them", () => {
    const common = commonFactors([times(times(fx, fx), fy, -1), times(fx, fy)]);
    expect([...common.values()].map(({ base, exponent }) => [[...base.keys()], exponent])).toEqual([
      [["0"], 1],
      [["1"], -1],
    ]);
    expect(commonFactors([fx, fy]).size).toBe(0);
    expect([...commonFactors([fx, times(one, fy, -1)]).values()].map(({ exponent }) => exponent)).toEqual([-1]);
  });
  test("what is left of each, over one number", () => {
    const all = [times(ratio(1n, 2n), fx), times(ratio(1n, 3n), times(fx, fy))];
    const { denominator, polynomials } = expandOver(work, all, commonFactors(all));
    expect(denominator).toBe(6n);
    expect(polynomials.map((polynomial) => new Map(polynomial))).toEqual([new Map([["", 3n]]), new Map([["1", 2n]])]);
    expect(expandOver(work, [ratio(1n, 4n), ratio(1n, 6n)], new Map()).denominator).toBe(12n);
  });
  test("a denominator that was left out is an error", () => {
    expect(() => expandOver(work, [times(one, fx, -1)], new Map())).toThrow("left out of the common factors");
  });
});

const polynomials = fc
  .array(fc.tuple(fc.array(fc.nat(2), { maxLength: 2 }), fc.bigInt(-4n, 4n)), { minLength: 1, maxLength: 3 })
  .map((terms) => terms.map(([factors, c]) => product(work, constant(c), new Map([[monomialOf(factors), 1n]]))))
  .map((terms) => terms.reduce((total, term) => plus(total, term), constant(0n)));
const functions = fc.tuple(polynomials, polynomials, fc.bigInt(1n, 6n)).map(([above, below, number]) => {
  const divisor = fromPolynomial(below);
  const value = times(fromPolynomial(above), ratio(1n, number));
  return isZero(divisor) ? value : times(value, divisor, -1);
});
const points = fc.array(fc.bigInt(-6n, 6n), { minLength: 3, maxLength: 3 });

/** Is the value of what is made of two functions, wherever they have values, what `expected` makes of their values? */
const agrees = (
  made: (a: RationalFunction, b: RationalFunction) => RationalFunction,
  expected: (a: Fraction, b: Fraction) => Fraction,
): boolean =>
  !fc.check(
    fc.property(functions, functions, points, (a, b, at) => {
      const value = (of: RationalFunction) => valueOfFunction(of, (index) => [at[index] as bigint, 1n]);
      const [left, right, whole] = [value(a), value(b), value(made(a, b))];
      if (left === undefined || right === undefined) return true;
      return whole === undefined || equal(whole, expected(left, right));
    }),
    { seed: 1, numRuns: 300 },
  ).failed;

describe("values at points", () => {
  const minusOne: Fraction = [-1n, 1n];
  test("of a sum", () => expect(agrees((a, b) => sum(work, [a, b]), added)).toBe(true));
  test("of a sum of three", () =>
    expect(
      agrees(
        (a, b) => sum(work, [a, b, a]),
        (p, q) => added(added(p, q), p),
      ),
    ).toBe(true));
  test("of a difference", () =>
    expect(
      agrees(
        (a, b) => difference(work, a, b),
        (p, q) => added(p, multiplied(minusOne, q)),
      ),
    ).toBe(true));
  test("of a product", () => expect(agrees(times, multiplied)).toBe(true));
  test("not of another", () => expect(agrees(times, added)).toBe(false));
  test("of a polynomial and its negative", () => {
    const total = negated(plus(x, y));
    expect(valueOfFunction(fromPolynomial(total), () => [2n, 1n])).toEqual([-4n, 1n]);
  });
});
