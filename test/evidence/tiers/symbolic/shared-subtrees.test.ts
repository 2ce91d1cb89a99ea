import { describe, expect, test } from "vitest";
import type { ChoiceTree } from "../../../../src/core/handlers/symbolic.ts";
import { Expr } from "../../../../src/core/num/expr.ts";
import { SharedSubtrees } from "../../../../src/evidence/tiers/symbolic/shared-subtrees.ts";

type Tree = ChoiceTree<number>;

const [p, q, r] = ["p", "q", "r"].map((name) => Expr.variable(name)) as [Expr, Expr, Expr];
const end = (value: number): Tree => ({ kind: "end", value });
const mark = (next: Tree): Tree => ({ kind: "mark", next: [next] });
const draw = (
  weights: readonly Expr[],
  next: readonly (Tree | undefined)[],
  kind: "sample" | "flip" = "flip",
): Tree => ({
  kind,
  label: "coin",
  weights,
  next,
});
const sharing = (...trees: readonly Tree[]) => {
  const tree = draw(
    trees.map(() => r),
    trees,
  );
  return { tree, found: new SharedSubtrees(tree, String) };
};
/** Are two trees taken for one? */
const same = (left: Tree, right: Tree): boolean => {
  const { found } = sharing(left, right);
  return found.id(left) === found.id(right);
};

describe("trees are the same", () => {
  const coin = () => draw([p, q], [end(1), end(2)]);
  test("that make the same choices with the same weights and the same values", () => {
    expect(same(end(1), end(1))).toBe(true);
    expect(same(coin(), coin())).toBe(true);
    expect(same(mark(coin()), mark(coin()))).toBe(true);
  });
  test.each([
    ["of other values", draw([p, q], [end(1), end(3)])],
    ["of other weights", draw([p, r], [end(1), end(2)])],
    ["of weights in another order", draw([q, p], [end(1), end(2)])],
    ["of another kind of draw", draw([p, q], [end(1), end(2)], "sample")],
    ["with a branch left out", draw([p, q], [end(1), undefined])],
    ["with a mark before", mark(draw([p, q], [end(1), end(2)]))],
    ["of one more choice", draw([p, q], [end(1), coin()])],
  ])("not those %s", (_, other) => expect(same(coin(), other)).toBe(false));
  test("nor those without different branches", () => {
    expect(same(draw([p, q], [end(1), undefined]), draw([p, q], [undefined, end(1)]))).toBe(false);
  });
});

describe("a shared place", () => {
  test("is a mark that is followed by the same as another one", () => {
    const [one, two, other] = [mark(end(1)), mark(end(1)), mark(end(2))];
    const { found } = sharing(one, two, other);
    expect([one, two, other].map((tree) => found.isShared(tree))).toEqual([true, true, false]);
  });
  test("is marked: the same choices without a mark are not shared", () => {
    const [one, two] = [end(1), end(1)];
    const { found } = sharing(one, two);
    expect([one, two].map((tree) => found.isShared(tree))).toEqual([false, false]);
  });
  test("is known to all that leads to it, and to nothing else", () => {
    const [one, two] = [mark(end(1)), mark(end(1))];
    const [above, beside, alone] = [draw([p, q], [undefined, one]), draw([p], [end(3)]), mark(end(4))];
    const { tree, found } = sharing(above, two, beside, alone);
    expect([tree, above, one, two].map((at) => found.leadsToShared(at))).toEqual([true, true, true, true]);
    expect([beside, alone].map((at) => found.leadsToShared(at))).toEqual([false, false]);
  });
});
