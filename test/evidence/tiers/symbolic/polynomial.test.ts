import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  constant,
  factorsOf,
  keyOf,
  minus,
  monomialOf,
  negated,
  type Polynomial,
  plus,
  substitute,
  times,
  unknown,
  unknownsOf,
} from "../../../../src/evidence/tiers/symbolic/polynomial.ts";
import { Work } from "../../../../src/evidence/tiers/symbolic/work.ts";
import * as fraction from "./values.ts";

const work = new Work();

const whole = (polynomial: Polynomial, point: readonly bigint[]): bigint => {
  const [numerator, denominator] = fraction.valueAt(polynomial, (index) => [point[index] ?? 0n, 1n]);
  return numerator / denominator;
};

const [x, y] = [unknown(3), unknown(7)];

describe("by hand", () => {
  test("constants, zero without a term", () => {
    expect([...constant(5n)]).toEqual([["", 5n]]);
    expect(constant(0n).size).toBe(0);
  });
  test("a monomial lists its unknowns by number, each as often as it is a factor", () => {
    expect(monomialOf([10, 9, 9])).toBe("9,9,10");
    expect(factorsOf("9,9,10")).toEqual([9, 9, 10]);
    expect([monomialOf([]), factorsOf("")]).toEqual(["", []]);
  });
  test("monomials multiply, more than once", () => {
    for (let i = 0; i < 2; i++) {
      expect(work.multiply("7", "3,10")).toBe("3,7,10");
      expect(work.multiply("3,10", "7")).toBe("3,7,10");
    }
    expect([work.multiply("", "3"), work.multiply("3", ""), work.multiply("", "")]).toEqual(["3", "3", ""]);
  });
  test("(x + y)(x − y) = x² − y²: terms that cancel are gone", () => {
    const product = times(work, plus(x, y), minus(x, y));
    expect(new Map(product)).toEqual(
      new Map([
        ["3,3", 1n],
        ["7,7", -1n],
      ]),
    );
  });
  test("what cancels wholly has no term", () => expect(minus(plus(x, y), plus(y, x)).size).toBe(0));
  test("a sum with a scale", () =>
    expect(new Map(plus(x, y, 4n))).toEqual(
      new Map([
        ["3", 1n],
        ["7", 4n],
      ]),
    ));
  test("negated", () =>
    expect(new Map(negated(minus(x, y)))).toEqual(
      new Map([
        ["3", -1n],
        ["7", 1n],
      ]),
    ));
  test("its unknowns", () => {
    expect(unknownsOf(plus(times(work, x, y), constant(2n)))).toEqual(new Set([3, 7]));
    expect(unknownsOf(constant(1n))).toEqual(new Set());
  });
  test("y + 1 in place of x in x²·y", () => {
    const value = substitute(work, times(work, times(work, x, x), y), 3, plus(y, constant(1n)));
    expect(new Map(value)).toEqual(
      new Map([
        ["7,7,7", 1n],
        ["7,7", 2n],
        ["7", 1n],
      ]),
    );
  });
});

describe("a key", () => {
  test("does not depend on the order in which a polynomial was made, nor on what was asked before", () => {
    const [one, other] = [plus(plus(x, y), constant(1n)), plus(constant(1n), plus(y, x))];
    expect([...one.keys()]).not.toEqual([...other.keys()]);
    for (let i = 0; i < 2; i++) expect(keyOf(one)).toBe(keyOf(other));
  });
  test("tells polynomials apart", () => {
    const different = [
      constant(0n),
      constant(1n),
      x,
      y,
      negated(x),
      plus(x, y),
      minus(x, y),
      times(work, x, y),
      times(work, x, x),
    ];
    expect(new Set(different.map(keyOf)).size).toBe(different.length);
  });
});

const polynomials = fc
  .array(fc.tuple(fc.array(fc.nat(4), { maxLength: 3 }), fc.bigInt(-3n, 3n)), { maxLength: 4 })
  .map((terms) => terms.map(([factors, c]) => times(work, constant(c), new Map([[monomialOf(factors), 1n]]))))
  .map((terms) => terms.reduce((sum, term) => plus(sum, term), constant(0n)));
const points = fc.array(fc.bigInt(-5n, 5n), { minLength: 5, maxLength: 5 });

const holds = (breach: (a: Polynomial, b: Polynomial, at: readonly bigint[]) => boolean): boolean =>
  !fc.check(
    fc.property(polynomials, polynomials, points, (a, b, at) => !breach(a, b, at)),
    { seed: 1, numRuns: 200 },
  ).failed;

describe("values at points", () => {
  const laws: Record<string, (a: Polynomial, b: Polynomial, at: readonly bigint[]) => boolean> = {
    "of a sum": (a, b, at) => whole(plus(a, b), at) !== whole(a, at) + whole(b, at),
    "of a difference": (a, b, at) => whole(minus(a, b), at) !== whole(a, at) - whole(b, at),
    "of a product": (a, b, at) => whole(times(work, a, b), at) !== whole(a, at) * whole(b, at),
    "of a substitution": (a, b, at) => whole(substitute(work, a, 2, b), at) !== whole(a, at.with(2, whole(b, at))),
    "of no coefficient zero": (a, b) => [plus(a, b), times(work, a, b)].some((made) => [...made.values()].includes(0n)),
  };
  test.each(Object.entries(laws))("%s", (_, breach) => expect(holds(breach)).toBe(true));
  test("a product that forgets the mixed terms is refuted", () => {
    const wrong = (a: Polynomial): Polynomial => new Map([...a].map(([m, c]) => [work.multiply(m, m), c * c]));
    expect(holds((a, _, at) => whole(wrong(a), at) !== whole(a, at) ** 2n)).toBe(false);
  });
});
