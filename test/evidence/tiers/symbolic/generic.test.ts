import { describe, expect, test } from "vitest";
import { choiceTree } from "../../../../src/core/handlers/symbolic.ts";
import { dist } from "../../../../src/core/law/dist.ts";
import { type Expr, expr } from "../../../../src/core/num/expr.ts";
import type { Ask } from "../../../../src/core/program/program.ts";
import { deadDivisors } from "../../../../src/evidence/tiers/symbolic/generic.ts";
import { NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import { Region } from "../../../../src/evidence/tiers/symbolic/region.ts";
import { query } from "../../../../src/evidence/tiers/symbolic/smt.ts";
import type { Answer } from "../../../../src/evidence/tiers/symbolic/solver.ts";
import { poly, ringOf } from "./unknowns.ts";

/** Laws (a, b, c) and (x, y) = (u0, u1, u2) and (u3, u4), the last of each 1 minus the others. */
const { ring, of } = ringOf("a b c", "x y");
const [a, b, x] = ["a", "b", "x"].map(of) as [Expr, Expr, Expr];
const region = new Region(ring, new NormalForm(ring));
/** max(a − x, 0), zero on the open set where a < x; its letter is u5. */
const excess = expr.monus(a, x);
const draw = (ask: Ask<Expr>, ...weights: Expr[]): number =>
  ask.sample("draw", () => dist(expr, [...weights.keys()], weights));

/** The divisors found dead, and what the solver was asked, which answers in this order and then that it does not know. */
const judge = async (program: (ask: Ask<Expr>) => unknown, ...answers: Answer["found"][]) => {
  const asked: string[] = [];
  const dead = await deadDivisors(
    region,
    choiceTree(program, () => true),
    {
      ask: async ({ text }) => {
        const found = answers[asked.push(text) - 1] ?? "unknown";
        return found === "point" ? { found, point: new Map() } : { found };
      },
    },
  );
  const shown = dead.map(({ divisor, at: { letters, positive } }) => ({
    divisor,
    letters: Object.fromEntries(letters),
    positive,
  }));
  return { dead: shown, asked };
};
/** Where a < x, u5 is a. */
const below = { letters: { 5: poly([1, 0]) }, positive: [poly([1, 3], [-1, 0])] };
const divisor = poly([1, 0], [-1, 5]);

describe("a divisor that is zero on an open set", () => {
  test("is dead where a path divides by it and has weight there", async () => {
    const { dead, asked } = await judge((ask) => draw(ask, expr.div(b, excess)));
    expect(dead).toEqual([{ divisor, ...below }]);
    // Asked of the inner points of the case; once of the divisor's, once of the weight's.
    const claim = { polynomial: poly([1, 3], [-1, 0]), is: ">" } as const;
    expect(asked).toEqual(new Array(2).fill(query(region, [claim], true).text));
  });
  test("is dead too where it cancels and leaves a weight", async () => {
    expect((await judge((ask) => ask.flip("excess", () => excess) && draw(ask, expr.div(b, excess)))).dead).toEqual([
      { divisor, ...below },
    ]);
  });
  test("is not where it cancels and the weight vanishes with it", async () => {
    const twice = (ask: Ask<Expr>): unknown =>
      ask.flip("excess", () => excess) && ask.flip("again", () => excess) && draw(ask, expr.div(b, excess));
    expect((await judge(twice)).dead).toEqual([]);
  });
  test("is not where the open set is empty", async () => {
    const divide = (ask: Ask<Expr>) => draw(ask, expr.div(b, excess));
    expect(await judge(divide, "none")).toMatchObject({ dead: [], asked: { length: 1 } });
    // Or that part of it in which the weight does not vanish.
    expect(await judge(divide, "point", "none")).toMatchObject({ dead: [], asked: { length: 2 } });
    expect((await judge(divide, "point", "point")).dead).toHaveLength(1);
  });
  test("is found behind marks, and on one path of several", async () => {
    const { dead } = await judge((ask) => {
      ask.merge("place", () => "");
      const first = draw(ask, a, b);
      ask.merge("place", () => "");
      if (first === 1) draw(ask, expr.mul(excess, expr.div(excess, excess)), expr.div(b, excess));
    });
    expect(dead).toEqual([{ divisor, ...below }]);
  });
  test("is found on the first path of two, though the weight of the second vanishes", async () => {
    const vanishing = expr.mul(x, expr.mul(excess, expr.div(excess, excess)));
    const { dead } = await judge((ask) => draw(ask, expr.div(b, excess), vanishing));
    expect(dead).toEqual([{ divisor, ...below }]);
  });
  test("is dead only in those sign cases of the weight in which that has a value and is not zero", async () => {
    const [larger, smaller] = [expr.monus(b, x), expr.monus(x, b)];
    const { dead } = await judge(
      (ask) => ask.flip("excess", () => excess) && ask.flip("b > x", () => larger) && draw(ask, expr.div(b, excess)),
    );
    expect(dead).toEqual([
      {
        divisor,
        letters: { ...below.letters, 6: poly([1, 3]) },
        positive: [...below.positive, poly([1, 1], [-1, 3])],
      },
    ]);
    // Of both differences one is always zero.
    const both = (ask: Ask<Expr>): unknown =>
      ask.flip("excess", () => excess) &&
      ask.flip("b > x", () => larger) &&
      ask.flip("x > b", () => smaller) &&
      draw(ask, expr.div(b, excess));
    expect((await judge(both)).dead).toEqual([]);
  });
  test("is not dead where the weight vanishes over what is not zero", async () => {
    const over = (ask: Ask<Expr>): unknown =>
      ask.flip("excess", () => excess) &&
      ask.flip("again", () => excess) &&
      draw(ask, expr.div(b, expr.mul(excess, x)));
    expect((await judge(over)).dead).toEqual([]);
  });
  test("is named once a case, however many paths divide by it", async () => {
    const { dead } = await judge((ask) => draw(ask, expr.div(a, excess), expr.div(b, excess)));
    expect(dead).toHaveLength(1);
  });
  test("is each one that there is", async () => {
    const other = expr.monus(x, a);
    const { dead } = await judge((ask) => draw(ask, expr.div(b, excess), expr.div(b, other)));
    expect(dead.map(({ divisor, positive }) => [divisor, positive])).toEqual([
      [divisor, below.positive],
      [poly([1, 3], [-1, 5]), [poly([1, 0], [-1, 3])]],
    ]);
  });
});

describe("nothing is dead, and the solver not asked", () => {
  test.each([
    ["where nothing is divided by", (ask: Ask<Expr>) => draw(ask, a, excess)],
    ["where what is divided by is zero at some points only", (ask: Ask<Expr>) => draw(ask, expr.div(b, a))],
    [
      "behind a branch whose weight is zero for all laws",
      (ask: Ask<Expr>) => draw(ask, expr.monus(a, expr.add(a, x)), x) === 0 && draw(ask, expr.div(b, excess)),
    ],
    ["before a path that does not divide", (ask: Ask<Expr>) => draw(ask, a, b)],
  ])("%s", async (_, program) => expect(await judge(program)).toEqual({ dead: [], asked: [] }));
});
