import { describe, expect, test } from "vitest";
import { choiceTree } from "../../../../src/core/handlers/symbolic.ts";
import { dist } from "../../../../src/core/law/dist.ts";
import { type Expr, expr } from "../../../../src/core/num/expr.ts";
import type { Ask } from "../../../../src/core/program/program.ts";
import { NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import type { Polynomial } from "../../../../src/evidence/tiers/symbolic/polynomial.ts";
import { reachableDivisors } from "../../../../src/evidence/tiers/symbolic/reachable.ts";
import { Region } from "../../../../src/evidence/tiers/symbolic/region.ts";
import { poly, ringOf } from "./unknowns.ts";

/** Laws (a, b, c) and (x, y) = (u0, u1, u2) and (u3, u4), the last of each 1 minus the others. */
const start = (Form = NormalForm) => {
  const { ring, of } = ringOf("a b c", "x y");
  const [a, b, c, x] = ["a", "b", "c", "x"].map(of) as [Expr, Expr, Expr, Expr];
  const region = new Region(ring, new Form(ring));
  const goals = (program: (ask: Ask<Expr>) => unknown) =>
    reachableDivisors(
      region,
      choiceTree(program, () => true),
    );
  return { region, a, b, c, x, goals };
};
/** A draw of one answer with this weight. */
const draw = (ask: Ask<Expr>, label: string, ...weights: Expr[]): number =>
  ask.sample(label, () => dist(expr, [...weights.keys()], weights));
const positive = (...terms: readonly (readonly number[])[]) => ({ polynomial: poly(...terms), is: ">" });

describe("nothing is left to show", () => {
  test("where nothing is divided by, or only numbers", () => {
    const { a, b, goals } = start();
    expect(goals((ask) => draw(ask, "draw", a, expr.div(b, expr.ratio(2n, 1n))))).toEqual([]);
  });
  test("where the divisor is a factor before, or a factor of one", () => {
    const { a, b, x, goals } = start();
    expect(goals((ask) => ask.flip("keep", () => expr.mul(a, x)) && draw(ask, "draw", expr.div(b, a)))).toEqual([]);
  });
  test("where it is at least as large as a factor before", () => {
    const { a, b, c, goals } = start();
    const divide = (divisor: Expr) => (ask: Ask<Expr>) =>
      ask.flip("keep", () => a) && draw(ask, "draw", expr.div(b, divisor));
    expect(goals(divide(expr.add(a, c)))).toEqual([]);
    expect(goals(divide(expr.min(a, b)))).toHaveLength(1);
  });
  test("where the region has it positive", () => {
    const { region, a, b, goals } = start();
    region.apply({ mass: a, possible: true });
    expect(goals((ask) => draw(ask, "draw", expr.div(b, a)))).toEqual([]);
  });
  test("behind a branch whose weight is zero for all laws", () => {
    const { a, b, x, goals } = start();
    const none = expr.monus(a, expr.add(a, x));
    expect(goals((ask) => draw(ask, "none", none, x) === 0 && draw(ask, "draw", expr.div(b, a)))).toEqual([]);
  });
  test("where a nowhere positive polynomial is at most another one that is negative", () => {
    // Told that a ≤ x and a + b ≤ x: x − a is at least x − a − b.
    const { region, a, b, x, goals } = start();
    region.form.assume(poly([1, 0], [-1, 3]), -1);
    region.form.assume(poly([1, 0], [1, 1], [-1, 3]), -1);
    const [larger, smaller] = [expr.monus(x, a), expr.monus(x, expr.add(a, b))];
    const divide = (before: Expr, divisor: Expr) => (ask: Ask<Expr>) =>
      ask.flip("keep", () => before) && draw(ask, "draw", expr.div(b, divisor));
    expect(goals(divide(smaller, larger))).toEqual([]);
    expect(goals(divide(larger, smaller))).toEqual([
      {
        label: "draw",
        divisor: poly([1, 0], [1, 1], [-1, 3]),
        reached: [positive([-1, 0], [1, 3])],
        related: [positive([-1, 0], [1, 3])],
      },
    ]);
  });
});

describe("a goal is left", () => {
  test("with nothing known before it", () => {
    const { a, b, goals } = start();
    expect(goals((ask) => draw(ask, "draw", expr.div(b, a)))).toEqual([
      { label: "draw", divisor: poly([1, 0]), reached: [], related: [] },
    ]);
  });
  test("with what is positive before it, once, and of that what is about the same laws", () => {
    const { a, b, x, goals } = start();
    const found = goals(
      (ask) =>
        ask.flip("b", () => b) &&
        ask.flip("x", () => x) &&
        ask.flip("b again", () => b) &&
        draw(ask, "draw", expr.div(b, a)),
    );
    expect(found).toEqual([
      {
        label: "draw",
        divisor: poly([1, 0]),
        reached: [positive([1, 1]), positive([1, 3])],
        related: [positive([1, 1])],
      },
    ]);
  });
  test("with the laws of a minimum's sides", () => {
    const { a, b, x, goals } = start();
    // u5 = min(a, x) is about both laws; so each of them is related to it, and it to each.
    expect(goals((ask) => ask.flip("x", () => x) && draw(ask, "draw", expr.div(b, expr.min(a, x))))).toEqual([
      { label: "draw", divisor: poly([1, 5]), reached: [positive([1, 3])], related: [positive([1, 3])] },
    ]);
    expect(goals((ask) => ask.flip("min", () => expr.min(a, x)) && draw(ask, "draw", expr.div(x, b)))).toEqual([
      { label: "draw", divisor: poly([1, 1]), reached: [positive([1, 5])], related: [positive([1, 5])] },
    ]);
  });
  test("for each factor of a divisor, inner divisors first; behind it they count as not zero", () => {
    const { a, b, x, goals } = start();
    expect(goals((ask) => draw(ask, "draw", expr.div(b, expr.div(a, x))))).toEqual([
      { label: "draw", divisor: poly([1, 3]), reached: [], related: [] },
      { label: "draw", divisor: poly([1, 0]), reached: [positive([1, 3])], related: [] },
    ]);
    expect(
      goals((ask) => {
        draw(ask, "first", expr.div(b, a));
        draw(ask, "second", expr.div(x, a), expr.div(b, expr.mul(a, a)));
      }).map(({ label }) => label),
    ).toEqual(["first"]);
  });
  test("with the signs that are known, or else as not zero", () => {
    const { a, b, x, goals } = start(
      class extends NormalForm {
        override polynomialSign(): undefined {}
      },
    );
    expect(goals((ask) => ask.flip("x", () => x) && draw(ask, "draw", expr.div(b, expr.mul(a, x))))).toEqual([
      {
        label: "draw",
        divisor: poly([1, 0]),
        reached: [{ polynomial: poly([1, 3]), is: "!=" }],
        related: [],
      },
    ]);
  });
  test("once, in whatever order what is known before it was found out", () => {
    const { a, b, x, goals } = start();
    const found = goals((ask) => {
      if (ask.flip("half", () => expr.ratio(1n, 2n)))
        return ask.flip("b", () => b) && ask.flip("x", () => x) && draw(ask, "draw", expr.div(b, a));
      return ask.flip("x", () => x) && ask.flip("b", () => b) && draw(ask, "draw", expr.div(b, a));
    });
    expect(found.map(({ label }) => label)).toEqual(["draw"]);
  });
  test("where the sign of the divisor, or of what is known before it, is not known", () => {
    // b + c = 1 − a is at least as large as b, which only shows that it is not zero if it is known where b is positive.
    const unsureOf = (unsure: (factors: number) => boolean) =>
      class extends NormalForm {
        override polynomialSign(polynomial: Polynomial): 1 | -1 | undefined {
          return unsure(polynomial.size) ? undefined : super.polynomialSign(polynomial);
        }
      };
    const goalsOf = (unsure: (terms: number) => boolean) => {
      const { a, b, c, goals } = start(unsureOf(unsure));
      return goals((ask) => ask.flip("b", () => b) && draw(ask, "draw", expr.div(a, expr.add(b, c))));
    };
    expect(goalsOf(() => false)).toEqual([]);
    expect(goalsOf((terms) => terms === 2)).toHaveLength(1);
    expect(goalsOf((terms) => terms === 1)).toHaveLength(1);
  });
  test("once for each that differs: in the divisor, or in what is known before it", () => {
    const { a, b, x, goals } = start();
    const found = goals((ask) => {
      ask.merge("place", () => "");
      const first = draw(ask, "first", x, b, x);
      ask.merge("place", () => "");
      draw(ask, `after ${first}`, expr.div(x, a));
    });
    expect(found.map(({ label, reached }) => [label, reached])).toEqual([
      ["after 2", [positive([1, 3])]],
      ["after 1", [positive([1, 1])]],
    ]);
  });
});
