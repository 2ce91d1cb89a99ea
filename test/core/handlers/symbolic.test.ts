import { describe, expect, it } from "vitest";
import { ProgramError } from "../../../src/core/handlers/program-error.ts";
import { type ChoiceTree, choiceTree } from "../../../src/core/handlers/symbolic.ts";
import { dist } from "../../../src/core/law/dist.ts";
import { Expr, expr, printSmt } from "../../../src/core/num/expr.ts";
import type { Program } from "../../../src/core/program/program.ts";

const p = Expr.variable("p");
const rest = expr.monus(expr.one, p);
const never = (): never => {
  throw new Error("asked what is possible");
};

/** Every path: its factors in order, then its value. */
const paths = <A>(tree: ChoiceTree<A>, before: readonly string[] = []): string[] => {
  if (tree.kind === "end") return [[...before, String(tree.value)].join(" ")];
  if (tree.kind === "mark") return paths(tree.next[0], [...before, "mark"]);
  return tree.next.flatMap((branch, at) =>
    branch === undefined ? [] : paths(branch, [...before, printSmt(tree.weights[at] as Expr)]),
  );
};

describe("the tree of a program's choices", () => {
  it("lists every path's factors in the order in which they were asked for, without branches written as zero", () => {
    const program: Program<Expr, string> = (ask) => {
      const first = ask.sample("first", () => dist(expr, ["x", "y", "z"], [p, expr.zero, rest]));
      ask.merge("place", () => first);
      return first + (ask.flip("second", () => p) ? 1 : 0);
    };
    const [q, r] = [printSmt(p), printSmt(rest)];
    expect(paths(choiceTree(program, never))).toEqual([
      `${q} mark ${q} x1`,
      `${q} mark ${r} x0`,
      `${r} mark ${q} z1`,
      `${r} mark ${r} z0`,
    ]);
  });
  it("asks its caller what is possible, once a path", () => {
    const asked: Expr[] = [];
    const program: Program<Expr, boolean> = (ask) => {
      const possible = ask.possible("mass", () => p);
      ask.flip("coin", () => p);
      return possible;
    };
    const tree = choiceTree(program, (mass) => asked.push(mass) > 0);
    expect(paths(tree).map((path) => path.split(" ").at(-1))).toEqual(["true", "true"]);
    expect(asked).toEqual([p]);
  });
  it("refuses a draw from nothing", () => {
    const program: Program<Expr, number> = (ask) => ask.sample("draw", () => dist(expr, [1], [expr.zero]));
    expect(() => choiceTree(program, never)).toThrow(ProgramError);
  });
});
