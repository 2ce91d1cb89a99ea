import { describe, expect, test } from "vitest";
import { choiceTree } from "../../../../src/core/handlers/symbolic.ts";
import { dist } from "../../../../src/core/law/dist.ts";
import { type Expr, expr } from "../../../../src/core/num/expr.ts";
import type { Ask } from "../../../../src/core/program/program.ts";
import { NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import {
  difference,
  fromPolynomial,
  isZero,
  type RationalFunction,
  ratio,
  sum,
  times,
} from "../../../../src/evidence/tiers/symbolic/rational-function.ts";
import { SharedSubtrees } from "../../../../src/evidence/tiers/symbolic/shared-subtrees.ts";
import { treeSum } from "../../../../src/evidence/tiers/symbolic/tree-sum.ts";
import { Work } from "../../../../src/evidence/tiers/symbolic/work.ts";
import { poly, ringOf } from "./unknowns.ts";

const { ring, of } = ringOf("a b c", "x y");
const [a, b, c, x, y] = ["a", "b", "c", "x", "y"].map(of) as [Expr, Expr, Expr, Expr, Expr];
const form = new NormalForm(ring);
const number = (n: number): RationalFunction => ratio(BigInt(n), 1n);
const draw = (ask: Ask<Expr>, ...weights: Expr[]): number =>
  ask.sample("draw", () => dist(expr, [...weights.keys()], weights));
/** The sum of the ends' values, which are numbers, each times the weights that lead to it. */
const sumOf = (program: (ask: Ask<Expr>) => number): RationalFunction => {
  const tree = choiceTree(program, () => true);
  return treeSum(form, tree, new SharedSubtrees(tree, String), number);
};
/** A sum of products, each of a number and formulas. */
const products = (...terms: readonly (readonly [number, ...Expr[]])[]): RationalFunction =>
  sum(
    form.work,
    terms.map(([n, ...factors]) => factors.reduce((product, factor) => times(product, form.of(factor)), number(n))),
  );
const expectSame = (found: RationalFunction, expected: RationalFunction): void =>
  expect(isZero(difference(form.work, found, expected))).toBe(true);

describe("the sum over all paths", () => {
  test("of a single end is its value; of a draw, every value times its weight", () => {
    expectSame(
      sumOf(() => 7),
      number(7),
    );
    expectSame(
      sumOf((ask) => [2, 3, 5][draw(ask, a, b, c)] as number),
      products([2, a], [3, b], [5, c]),
    );
  });
  test("of draws after draws: products of weights", () => {
    const found = sumOf((ask) => {
      const first = draw(ask, a, b, c);
      return first === 1 ? 7 : 10 * first + draw(ask, x, y);
    });
    expectSame(found, products([1, a, y], [7, b], [20, c, x], [21, c, y]));
  });
  test("of all values 1 is 1, with or without marks", () => {
    for (const marked of [false, true]) {
      const found = sumOf((ask) => {
        draw(ask, a, b, c);
        if (marked) ask.merge("place", () => "");
        draw(ask, x, y);
        return 1;
      });
      expect(found).toEqual(number(1));
    }
  });
});

describe("where paths meet", () => {
  test("in one place, the ways there are added up, and others stay apart", () => {
    // From a and from b on to one place, from c to another one, and from there to the same end or to its own.
    const found = sumOf((ask) => {
      const first = draw(ask, a, b, c);
      ask.merge("place", () => String(first < 2));
      return draw(ask, x, y) === 0 ? 3 : first < 2 ? 4 : 5;
    });
    expectSame(found, products([3, a, x], [4, a, y], [3, b, x], [4, b, y], [3, c, x], [5, c, y]));
  });
  test("again and again: inside a shared place, and behind marks that only one path reaches", () => {
    const found = sumOf((ask) => {
      const first = draw(ask, a, b, c);
      if (first === 0) ask.merge("only here", () => "");
      const second = draw(ask, x, y);
      ask.merge("place", () => String(second));
      draw(ask, a, b, c);
      ask.merge("end", () => "");
      return second === 0 ? 2 : 3;
    });
    expectSame(found, products([2, x], [3, y]));
  });
  test("paths that end before, or go on without meeting, count as well", () => {
    const found = sumOf((ask) => {
      const first = draw(ask, a, b, c);
      if (first === 0) return 11;
      const second = draw(ask, x, y);
      if (second === 0) return 13 * first + draw(ask, a, b, c);
      ask.merge("place", () => "");
      return draw(ask, x, y) + 17;
    });
    expectSame(
      found,
      products(
        [11, a],
        [13, b, x],
        [26, c, x],
        [1, b, x, b],
        [2, b, x, c],
        [1, c, x, b],
        [2, c, x, c],
        [17, b, y],
        [17, c, y],
        [1, b, y, y],
        [1, c, y, y],
      ),
    );
  });
  test("a shared place of value 0 adds nothing", () => {
    const found = sumOf((ask) => {
      const first = draw(ask, a, b, c);
      if (first === 2) return 5;
      ask.merge("place", () => "");
      draw(ask, x, y);
      return 0;
    });
    expectSame(found, products([5, c]));
  });
});

test("a branch whose weight is zero for all laws is not followed: behind it is what divides by zero", () => {
  const none = expr.monus(a, expr.add(a, x));
  const found = sumOf((ask) => {
    const first = draw(ask, none, x, y);
    if (first === 0) draw(ask, expr.div(b, none), expr.one);
    ask.merge("place", () => "");
    return first === 1 ? 1 : 2;
  });
  expect(found).toEqual(sum(form.work, [fromPolynomial(poly([2])), fromPolynomial(poly([-1, 3]))]));
});

test("what is the same is summed once", () => {
  const asked: number[] = [];
  const tree = choiceTree(
    (ask) => {
      draw(ask, a, b, c);
      return draw(ask, x, y);
    },
    () => true,
  );
  const found = treeSum(form, tree, new SharedSubtrees(tree, String), (value) => {
    asked.push(value);
    return number(value);
  });
  expectSame(found, products([1, y]));
  expect(asked).toEqual([0, 1]);
});

test("the work is checked at every place", () => {
  let checks = 0;
  class Counting extends Work {
    override check(): void {
      checks++;
    }
  }
  const tree = choiceTree(
    (ask) => draw(ask, a, b, c),
    () => true,
  );
  for (const weight of [a, b, c]) form.of(weight);
  const counting = Object.assign(Object.create(form), { work: new Counting() });
  treeSum(counting, tree, new SharedSubtrees(tree, String), number);
  expect(checks).toBe(4);
});
