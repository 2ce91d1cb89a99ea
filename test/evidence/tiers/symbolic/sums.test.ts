import { expect, test } from "vitest";
import { choiceTree } from "../../../../src/core/handlers/symbolic.ts";
import { dist } from "../../../../src/core/law/dist.ts";
import { type Expr, expr } from "../../../../src/core/num/expr.ts";
import type { Ask } from "../../../../src/core/program/program.ts";
import { NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import { fromPolynomial } from "../../../../src/evidence/tiers/symbolic/rational-function.ts";
import { sumGaps } from "../../../../src/evidence/tiers/symbolic/sums.ts";
import { poly, ringOf } from "./unknowns.ts";

const { ring, of } = ringOf("a b c", "x y");
const [a, b, c, x, y] = ["a", "b", "c", "x", "y"].map(of) as [Expr, Expr, Expr, Expr, Expr];
const form = new NormalForm(ring);
const gaps = (program: (ask: Ask<Expr>) => unknown) =>
  sumGaps(
    form,
    choiceTree(program, () => true),
  );
const draw = (ask: Ask<Expr>, label: string, ...weights: Expr[]): number =>
  ask.sample(label, () => dist(expr, [...weights.keys()], weights));

test("laws and chances have no gap", () => {
  expect(
    gaps((ask) => {
      draw(ask, "law", a, b, c);
      ask.merge("place", () => "");
      draw(ask, "other law", x, y);
      ask.flip("chance", () => expr.mul(a, x));
      ask.flip("surely", () => expr.one);
      ask.flip("minimum", () => expr.min(expr.one, expr.div(a, x)));
    }),
  ).toEqual([]);
});

test("weights that sum to less or more, each draw once, and by how much", () => {
  const found = gaps((ask) => {
    draw(ask, "less", a, b);
    draw(ask, "again", a, b);
    ask.merge("place", () => "");
    draw(ask, "more", expr.one, x);
  });
  const what = "weights that do not sum to 1";
  // a + b − 1 = −c.
  expect(found).toEqual([
    { label: "less", found: what, difference: fromPolynomial(poly([1, 0], [1, 1], [-1])) },
    { label: "more", found: what, difference: fromPolynomial(poly([1, 3])) },
  ]);
});

test("a chance that is above 1 or may be", () => {
  const found = "a chance that may exceed 1";
  expect(gaps((ask) => ask.flip("two", () => expr.ratio(2n, 1n)))).toEqual([{ label: "two", found }]);
  expect(gaps((ask) => ask.flip("sum", () => expr.add(a, x)))).toEqual([{ label: "sum", found }]);
});

test("a flip is judged by its chance, once, a draw by all its weights, and neither speaks for the other", () => {
  const sum = expr.add(a, x);
  const twoDraws = (first: Expr[], second: Expr[]) =>
    gaps((ask) => {
      draw(ask, "first", ...first);
      draw(ask, "second", ...second);
    }).map(({ label }) => label);
  expect(twoDraws([a, c], [a, c])).toEqual(["first"]);
  expect(twoDraws([a, c], [a])).toEqual(["first", "second"]);
  expect(
    gaps((ask) => {
      draw(ask, "draw", sum);
      if (!ask.flip("flip", () => sum)) ask.flip("again", () => sum);
    }).map(({ label }) => label),
  ).toEqual(["draw", "flip"]);
});

test("what follows a branch whose weight is zero for all laws does not matter", () => {
  const none = expr.monus(a, expr.add(a, x));
  expect(
    gaps((ask) => {
      if (draw(ask, "law", none, x, y) === 0) draw(ask, "never", a, expr.div(a, none));
    }),
  ).toEqual([]);
});
