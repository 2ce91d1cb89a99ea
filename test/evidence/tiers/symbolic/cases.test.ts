import { describe, expect, test } from "vitest";
import { Expr, expr } from "../../../../src/core/num/expr.ts";
import { allLaws, type Case, Fork, isPossible, split } from "../../../../src/evidence/tiers/symbolic/cases.ts";
import { NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import { Region, Unsupported } from "../../../../src/evidence/tiers/symbolic/region.ts";
import { poly, ringOf } from "./unknowns.ts";

/** Laws (a, b, c) and (x, y) = (u0, u1, u2) and (u3, u4), the last of each 1 minus the others. */
const start = () => {
  const { ring, of } = ringOf("a b c", "x y");
  const region = new Region(ring, new NormalForm(ring));
  return { region, a: of("a"), b: of("b"), c: of("c"), x: of("x"), y: of("y") };
};
const half = expr.ratio(1n, 2n);

describe("is a mass possible?", () => {
  const { region, a, b, x } = start();
  const nothing = expr.monus(a, a);
  const possible = (mass: Expr) => isPossible(region, allLaws, mass);

  test("a constant: if it is not zero", () => {
    expect([possible(half), possible(expr.zero)]).toEqual([true, false]);
  });
  test("what is zero for all laws is not, nor is a difference that is nowhere positive", () => {
    expect(possible(nothing)).toBe(false);
    expect(possible(expr.mul(b, nothing))).toBe(false);
    expect(possible(expr.monus(expr.mul(a, x), a))).toBe(false);
  });
  test.each([
    ["a probability", a],
    ["a sum of probabilities", expr.add(a, b)],
    ["half a probability", expr.div(a, expr.ratio(2n, 1n))],
    ["a difference of either sign", expr.monus(a, x)],
  ])("%s can be and need not: a case for each", (_, mass) => {
    const error = (() => {
      try {
        return possible(mass);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(Fork);
    expect(error).toMatchObject({ name: "Fork", mass, message: "a mass can be zero and can be positive" });
  });
  test.each([
    ["unknown", expr.div(a, x)],
    ["zero", expr.div(a, nothing)],
    ["unknown, further in", expr.add(a, expr.mul(a, expr.div(half, x)))],
  ])("a quotient whose divisor is %s is not asked about", (_, mass) => {
    expect(() => possible(mass)).toThrow(Unsupported);
    expect(() => possible(mass)).toThrow("whether a quotient of unknown weights is possible");
  });
  test("where a difference is never negative, whether it is zero is not answered", () => {
    expect(() => possible(expr.monus(a, expr.mul(a, x)))).toThrow("a difference that is never negative is zero");
  });
});

describe("in a case that says more", () => {
  test("what was assumed of a mass is answered, and holds in the region from then on", () => {
    const { region, a, x } = start();
    const excess = expr.monus(a, x);
    const at: Case = {
      zeros: new Set(),
      assumptions: [
        { mass: a, possible: true },
        { mass: excess, possible: false },
      ],
    };
    expect(isPossible(region, at, excess)).toBe(false);
    expect(region.nonNegative).toEqual([poly([1, 3], [-1, 0])]);
    expect(region.positive).toEqual([]);
    expect(isPossible(region, at, a)).toBe(true);
    expect(region.positive).toEqual([poly([1, 0])]);
  });
  test("a product of what is positive is possible; one with another factor is not known", () => {
    const { region, a, b, x } = start();
    for (const mass of [a, x]) region.apply({ mass, possible: true });
    expect(isPossible(region, allLaws, expr.mul(half, expr.mul(a, x)))).toBe(true);
    expect(() => isPossible(region, allLaws, expr.mul(a, b))).toThrow(Fork);
  });
  test("a − a·x = a·y is possible where a and y are", () => {
    const { region, a, x, y } = start();
    const excess = expr.monus(a, expr.mul(a, x));
    region.apply({ mass: a, possible: true });
    expect(() => isPossible(region, allLaws, excess)).toThrow(Unsupported);
    region.apply({ mass: y, possible: true });
    expect(isPossible(region, allLaws, excess)).toBe(true);
  });
});

describe("the cases of a fork", () => {
  const { a, b, x } = start();
  const zerosOf = (mass: Expr): string[][] =>
    split(allLaws, mass)
      .slice(1)
      .map(({ zeros }) => [...zeros]);

  test("a difference is positive or not, and nothing is set to zero", () => {
    const mass = expr.monus(a, x);
    const before: Case = { zeros: new Set(["b"]), assumptions: [{ mass: a, possible: true }] };
    expect(split(before, mass)).toEqual([
      { zeros: before.zeros, assumptions: [...before.assumptions, { mass, possible: true }] },
      { zeros: before.zeros, assumptions: [...before.assumptions, { mass, possible: false }] },
    ]);
  });
  test("any other mass is positive, or unknowns are zero besides those that were", () => {
    const before: Case = { zeros: new Set(["b"]), assumptions: [{ mass: x, possible: true }] };
    expect(split(before, a)).toEqual([
      { zeros: before.zeros, assumptions: [...before.assumptions, { mass: a, possible: true }] },
      { zeros: new Set(["b", "a"]), assumptions: before.assumptions },
    ]);
  });
  test("a sum is zero where both are; a product or minimum where one is; a quotient where its numerator is", () => {
    expect(zerosOf(expr.add(a, x))).toEqual([["a", "x"]]);
    expect(zerosOf(expr.mul(a, x))).toEqual([["a"], ["x"]]);
    expect(zerosOf(expr.min(a, x))).toEqual([["a"], ["x"]]);
    expect(zerosOf(expr.div(a, x))).toEqual([["a"]]);
    expect(zerosOf(expr.mul(expr.add(a, x), b))).toEqual([["a", "x"], ["b"]]);
    expect(zerosOf(expr.add(expr.mul(a, b), x))).toEqual([
      ["a", "x"],
      ["b", "x"],
    ]);
  });
  test("a constant is zero always or never", () => {
    expect(zerosOf(Expr.operation("mul", half, a))).toEqual([["a"]]);
    expect(zerosOf(Expr.operation("add", expr.zero, a))).toEqual([["a"]]);
    expect(zerosOf(expr.add(half, a))).toEqual([]);
  });
  test("a sum of differences has no such sets", () => {
    const mass = expr.add(b, expr.monus(a, x));
    expect(() => split(allLaws, mass)).toThrow(Unsupported);
    expect(() => split(allLaws, mass)).toThrow("whether a sum of differences is possible");
  });
});
