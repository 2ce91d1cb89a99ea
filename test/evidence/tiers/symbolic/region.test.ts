import { describe, expect, test } from "vitest";
import { type Expr, expr } from "../../../../src/core/num/expr.ts";
import { NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import { numeratorFactors } from "../../../../src/evidence/tiers/symbolic/rational-function.ts";
import { Region, Unsupported } from "../../../../src/evidence/tiers/symbolic/region.ts";
import { poly, ringOf } from "./unknowns.ts";

/** A normal form that knows no signs. */
class Unsure extends NormalForm {
  override polynomialSign(): undefined {}
}

/** Laws (a, b, c) and (x, y) = (u0, u1, u2) and (u3, u4), the last of each 1 minus the others. */
const start = (Form = NormalForm) => {
  const { ring, of } = ringOf("a b c", "x y");
  const form = new Form(ring);
  const region = new Region(ring, form);
  const [a, b, c, x] = ["a", "b", "c", "x"].map(of) as [Expr, Expr, Expr, Expr];
  return { form, region, a, b, c, x };
};

describe("a mass that is possible", () => {
  test("makes all its factors positive, once", () => {
    const { region, a, c } = start();
    const mass = expr.mul(a, c);
    for (let i = 0; i < 2; i++) region.apply({ mass, possible: true });
    expect(region.positive).toEqual([poly([1, 0]), poly([1], [-1, 0], [-1, 1])]);
    expect(region.positive.map((factor) => region.isPositive(factor))).toEqual([true, true]);
    expect(region.isPositive(poly([1, 1]))).toBe(false);
    expect(region.nonNegative).toEqual([]);
  });
  test("may divide by what has a known sign, but not by what has none", () => {
    const { region, a, x } = start();
    region.apply({ mass: expr.div(a, x), possible: true });
    expect(region.positive).toEqual([poly([1, 0])]);
    const unsure = start(Unsure);
    expect(() => unsure.region.apply({ mass: expr.div(unsure.a, unsure.x), possible: true })).toThrow(
      "a mass is possible that is no product of known signs",
    );
  });
  test("has factors of known sign only", () => {
    const { region, a } = start(Unsure);
    expect(() => region.apply({ mass: a, possible: true })).toThrow(Unsupported);
    expect(() => start(Unsure).region.apply({ mass: a, possible: true })).toThrow("a mass of unknown sign");
    expect(new Unsupported("").name).toBe("Unsupported");
  });
  test("a factor that is nowhere positive is positive with its sign changed", () => {
    const { region, form, a, b, x } = start();
    form.assume(poly([1, 0], [-1, 3]), -1);
    region.apply({ mass: expr.mul(expr.monus(x, a), b), possible: true });
    expect(region.positive).toEqual([poly([-1, 0], [1, 3]), poly([1, 1])]);
  });
});

describe("a difference", () => {
  test("a − x, possible: it is positive, and decides the minimum", () => {
    const { region, form, a, x } = start();
    region.apply({ mass: expr.monus(a, x), possible: true });
    expect([region.positive, region.nonNegative]).toEqual([[poly([1, 0], [-1, 3])], []]);
    expect(form.of(expr.min(a, x))).toEqual(form.of(x));
  });
  test("a − x, not possible: x − a is non-negative", () => {
    const { region, form, a, x } = start();
    region.apply({ mass: expr.monus(a, x), possible: false });
    expect([region.positive, region.nonNegative]).toEqual([[], [poly([-1, 0], [1, 3])]]);
    expect(form.of(expr.min(a, x))).toEqual(form.of(a));
  });
  test("x − a, of which the normal form is −(a − x): the other way round", () => {
    const { region, form, a, x } = start();
    region.apply({ mass: expr.monus(x, a), possible: true });
    expect([region.positive, region.nonNegative]).toEqual([[poly([-1, 0], [1, 3])], []]);
    expect(form.of(expr.min(a, x))).toEqual(form.of(a));
    const not = start();
    not.region.apply({ mass: expr.monus(not.x, not.a), possible: false });
    expect([not.region.positive, not.region.nonNegative]).toEqual([[], [poly([1, 0], [-1, 3])]]);
    expect(not.form.of(expr.min(not.a, not.x))).toEqual(not.form.of(not.x));
  });
  test("with a constant is linear too", () => {
    const { region, a } = start();
    region.apply({ mass: expr.monus(a, expr.ratio(1n, 2n)), possible: false });
    expect(region.nonNegative).toEqual([poly([1], [-2, 0])]);
  });
  const { a, b, x } = start();
  test.each([
    ["nothing", expr.monus(a, a)],
    ["a product", expr.monus(expr.mul(a, x), b)],
    ["a product of linear factors", expr.monus(expr.mul(x, a), expr.mul(x, b))],
    ["a quotient", expr.monus(expr.div(a, x), expr.div(b, x))],
    ["a minimum", expr.monus(expr.min(a, x), b)],
  ])("of %s is not linear", (_, mass) => {
    for (const possible of [true, false]) {
      expect(() => start().region.apply({ mass, possible })).toThrow("weights that are not linear");
    }
  });
});

test("a function is surely not zero where all factors of its numerator are positive", () => {
  const { region, form, a, b, x } = start();
  region.apply({ mass: a, possible: true });
  const value = (formula: Expr) => region.surelyNotZero(form.of(formula));
  expect([value(a), value(expr.div(a, x)), value(expr.one)]).toEqual([true, true, true]);
  expect([value(b), value(expr.mul(a, b))]).toEqual([false, false]);
  expect(numeratorFactors(form.of(expr.mul(a, b)))).toHaveLength(2);
});
