import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Expr, evaluate, expr } from "../../../../src/core/num/expr.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import { DividesByZero, NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import { keyOf, type Polynomial } from "../../../../src/evidence/tiers/symbolic/polynomial.ts";
import {
  denominatorFactors,
  fromPolynomial,
  isZero,
  numeratorFactors,
  one,
  times,
} from "../../../../src/evidence/tiers/symbolic/rational-function.ts";
import { TooMuchWork, Work } from "../../../../src/evidence/tiers/symbolic/work.ts";
import { pointOf, poly, ringOf } from "./unknowns.ts";
import { equal, type Fraction, valueOfFunction } from "./values.ts";

/** Laws (a, b, c) and (x, y), and their formulas' normal forms. */
const start = (work = new Work()) => {
  const { ring, of } = ringOf("a b c", "x y");
  const form = Object.assign(new NormalForm(ring), { work });
  return { ring, form, a: of("a"), b: of("b"), c: of("c"), x: of("x"), y: of("y") };
};

describe("formulas that are one function have one normal form", () => {
  test("a law sums to 1", () => {
    const { form, a, b, c } = start();
    expect(form.of(expr.add(a, expr.add(b, c)))).toEqual(one);
  });
  test("min(1, a/x) = min(x, a)/x: with the same letter", () => {
    const { ring, form, a, x } = start();
    const left = form.of(expr.min(expr.one, expr.div(a, x)));
    const right = form.of(expr.div(expr.min(x, a), x));
    expect(left).toEqual(right);
    expect(ring.letters.size).toBe(1);
  });
  test("min(a·x, b·x) = x·min(a, b), and 2·min(a, b) = min(2b, 2a)", () => {
    const { ring, form, a, b, x } = start();
    expect(form.of(expr.min(expr.mul(a, x), expr.mul(b, x)))).toEqual(form.of(expr.mul(x, expr.min(a, b))));
    const two = expr.ratio(2n, 1n);
    expect(form.of(expr.mul(two, expr.min(a, b)))).toEqual(form.of(expr.min(expr.mul(two, b), expr.mul(two, a))));
    expect(ring.letters.size).toBe(1);
  });
  test("max(a − x, 0) + min(a, x) = a", () => {
    const { form, a, x } = start();
    expect(form.of(expr.add(expr.monus(a, x), expr.min(a, x)))).toEqual(form.of(a));
  });
  test("where one argument is never larger it is the minimum, without a letter", () => {
    const { ring, form, a, x, c } = start();
    expect(form.of(expr.min(a, expr.mul(a, x)))).toEqual(form.of(expr.mul(a, x)));
    expect(form.of(expr.min(expr.mul(a, x), a))).toEqual(form.of(expr.mul(a, x)));
    expect(form.of(expr.min(expr.one, c))).toEqual(form.of(c));
    expect(form.of(expr.min(a, a))).toEqual(form.of(a));
    expect(isZero(form.of(expr.min(a, expr.monus(x, x))))).toBe(true);
    expect(isZero(form.of(expr.min(expr.monus(x, x), a)))).toBe(true);
    expect(ring.letters.size).toBe(0);
  });
});

describe("letters", () => {
  test("are nowhere negative where both their sides are", () => {
    const { ring, form, a, b, x } = start();
    form.of(expr.min(a, x));
    form.of(expr.min(expr.mul(a, expr.min(a, x)), b));
    expect([...ring.letters.values()].map(({ nonNegative }) => nonNegative)).toEqual([true, true]);
  });
  test("what may be negative is not pulled out of a minimum", () => {
    const { ring, form, a, b, x } = start();
    // (a − b) as a formula: max(a, b) − b is not at hand, so that it comes from a quotient's numerator.
    const difference = fromPolynomial(poly([1, 0], [-1, 1]));
    const product = times(difference, form.of(x));
    expect(form.sign(difference)).toBeUndefined();
    expect(form.sign(product)).toBeUndefined();
    expect(form.sign(times(difference, difference))).toBe(1);
    form.of(expr.min(expr.mul(a, x), expr.mul(b, x)));
    expect([...ring.letters.values()].map(({ left, right }) => [left, right])).toEqual([[poly([1, 0]), poly([1, 1])]]);
  });
});

describe("a common factor of a minimum", () => {
  /** Nothing is known of the sign of a. */
  class Unsure extends NormalForm {
    override polynomialSign(polynomial: Polynomial): 1 | -1 | undefined {
      return keyOf(polynomial) === keyOf(poly([1, 0])) ? undefined : super.polynomialSign(polynomial);
    }
  }
  const unsure = () => {
    const { ring, of } = ringOf("a b c", "x y");
    const [a, b, x] = ["a", "b", "x"].map(of) as [Expr, Expr, Expr];
    return { ring, form: new Unsure(ring), a, b, x };
  };
  /** The minimum of b and x, both times a power of a: the exponent of a before the letter, and the letter's sides. */
  const pulled = (power: (of: Expr, a: Expr) => Expr) => {
    const { ring, form, a, b, x } = unsure();
    const { factors } = form.of(expr.min(power(b, a), power(x, a)));
    return [
      factors.get(keyOf(poly([1, 0])))?.exponent,
      ...[...ring.letters.values()].flatMap(({ left, right }) => [left, right]),
    ];
  };
  const [b, x, ab, ax] = [poly([1, 1]), poly([1, 3]), poly([1, 0, 1]), poly([1, 0, 3])];
  test("of unknown sign stays inside, but for an even power", () => {
    expect(pulled((of, a) => expr.mul(of, a))).toEqual([undefined, ab, ax]);
    expect(pulled((of, a) => expr.mul(of, expr.mul(a, a)))).toEqual([2, b, x]);
    expect(pulled((of, a) => expr.mul(of, expr.mul(a, expr.mul(a, a))))).toEqual([2, ab, ax]);
    expect(pulled((of, a) => expr.div(of, a))).toEqual([-2, ab, ax]);
    expect(pulled((of, a) => expr.div(expr.div(of, a), a))).toEqual([-2, b, x]);
  });
  test("that is 0 makes it 0, whatever the sign of the other side", () => {
    const { ring, form, a, x } = unsure();
    const none = expr.monus(x, x);
    expect([form.of(expr.min(a, none)), form.of(expr.min(none, a))].map(isZero)).toEqual([true, true]);
    expect(ring.letters.size).toBe(0);
  });
  test("that is nowhere positive turns the sides round when it is pulled out; two of them do not", () => {
    const { ring, form, a, b, c, x } = start();
    form.assume(poly([1, 0], [-1, 3]), -1);
    form.assume(poly([1, 1], [-1, 3]), -1);
    const [one, other] = [expr.monus(x, a), expr.monus(x, b)];
    for (const factor of [one, expr.mul(one, other)]) {
      expect(form.of(expr.min(expr.mul(factor, b), expr.mul(factor, c)))).toEqual(
        form.of(expr.mul(factor, expr.min(b, c))),
      );
    }
    expect(ring.letters.size).toBe(1);
  });
});

describe("a side that is written with a negative number in front", () => {
  const two = expr.ratio(2n, 1n);
  test("does not turn the letter round: min(2·(x − a), 4·b) = 2·min(x − a, 2·b), either way", () => {
    const { ring, form, a, b, x } = start();
    form.assume(poly([1, 0], [-1, 3]), -1);
    const side = expr.monus(x, a);
    const [left, right] = [expr.mul(two, side), expr.mul(two, expr.mul(two, b))];
    const expected = form.of(expr.mul(two, expr.min(side, expr.mul(two, b))));
    expect(form.of(expr.min(left, right))).toEqual(expected);
    expect(form.of(expr.min(right, left))).toEqual(expected);
    expect([...ring.letters.values()]).toEqual([
      // Non-negative only in this case, which certificates do not know.
      { left: poly([-1, 0], [1, 3]), right: poly([2, 1]), nonNegative: false },
    ]);
  });
});

describe("signs", () => {
  test("of functions", () => {
    const { form, a, b } = start();
    expect(form.sign(form.of(expr.monus(a, a)))).toBe(0);
    expect(form.sign(form.of(a))).toBe(1);
    expect(form.sign(times(fromPolynomial(poly([-1])), form.of(a)))).toBe(-1);
    expect(form.sign(fromPolynomial(poly([1, 0], [-1])))).toBe(-1);
    expect(form.sign(times(fromPolynomial(poly([1, 0], [-1])), fromPolynomial(poly([1, 1], [-1]))))).toBe(1);
    expect(form.sign(fromPolynomial(poly([1, 0], [-1, 1])))).toBeUndefined();
    expect(form.sign(times(form.of(a), form.of(b), -1))).toBe(1);
  });
  test("of polynomials, known or assumed", () => {
    const { form } = start();
    const open = poly([1, 0], [-1, 3]);
    expect(form.polynomialSign(poly([1], [-1, 0]))).toBe(1);
    expect(form.polynomialSign(poly([-1], [1, 0]))).toBe(-1);
    expect(form.polynomialSign(open)).toBeUndefined();
    form.assume(open, -1);
    expect(form.polynomialSign(open)).toBe(-1);
    form.assume(open, 1);
    expect(form.polynomialSign(open)).toBe(1);
  });
  test("what is assumed decides minima", () => {
    const { ring, form, a, x } = start();
    form.assume(poly([1, 0], [-1, 3]), 1);
    expect(form.of(expr.min(a, x))).toEqual(form.of(x));
    expect(ring.letters.size).toBe(0);
  });
});

describe("what cannot be", () => {
  test("dividing by what is zero for all laws", () => {
    const { form, a, x } = start();
    expect(() => form.of(expr.div(a, expr.monus(x, x)))).toThrow(DividesByZero);
    expect(() => form.of(expr.div(a, expr.monus(x, x)))).toThrow("divides by what is zero for all laws");
    expect(new DividesByZero().name).toBe("DividesByZero");
  });
  test("taking too much work", () => {
    // Asked once for each part of a formula that was not met before.
    let left = 3;
    class Little extends Work {
      override check(): void {
        if (left-- === 0) throw new TooMuchWork(7);
      }
    }
    const { form, a, b } = start(new Little());
    const sum = expr.add(a, b);
    expect(form.of(sum)).toBe(form.of(sum));
    expect(() => form.of(expr.mul(a, b))).toThrow("stopped after 7 products of monomials");
    expect(new TooMuchWork(1).name).toBe("TooMuchWork");
  });
});

/** Formulas over the five probabilities. */
const formulas = (leaves: readonly Expr[]): fc.Arbitrary<Expr> =>
  fc.letrec<{ formula: Expr }>((tie) => ({
    formula: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom(...leaves, expr.one, expr.ratio(2n, 3n)),
      fc
        .tuple(fc.constantFrom("add", "mul", "div", "monus", "min" as const), tie("formula"), tie("formula"))
        .map(([operation, left, right]) => expr[operation as "add"](left, right)),
    ),
  })).formula;

test("the value is the formula's, wherever that divides by nothing that is zero", () => {
  const positive = fc.integer({ min: 1, max: 7 });
  const points = fc.tuple(positive, positive, positive, positive, positive);
  const { a, b, c, x, y } = start();
  let compared = 0;
  fc.assert(
    fc.property(formulas([a, b, c, x, y]), points, (formula, numbers) => {
      const { ring } = ringOf("a b c", "x y");
      const [p, q] = [numbers[0] + numbers[1] + numbers[2], numbers[3] + numbers[4]];
      const value = (name: string): Fraction => {
        const at = ["a", "b", "c", "x", "y"].indexOf(name);
        return [BigInt(numbers[at] as number), BigInt(at < 3 ? p : q)];
      };
      let expected: Fraction;
      try {
        const exact = evaluate(rational, formula, (name) => rational.ratio(...value(name)));
        expected = [exact.numerator, exact.denominator];
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return;
      }
      const made = new NormalForm(ring).of(formula);
      const point = pointOf(ring, [[value("a"), value("b")], [value("x")]]);
      const found = valueOfFunction(made, point);
      if (found === undefined) return;
      compared++;
      expect(equal(found, expected)).toBe(true);
    }),
    { seed: 1, numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(200);
});

test("factors above and below", () => {
  const { form, a, x } = start();
  const quotient = form.of(expr.div(a, x));
  expect([numeratorFactors(quotient), denominatorFactors(quotient)]).toEqual([[poly([1, 0])], [poly([1, 3])]]);
});
