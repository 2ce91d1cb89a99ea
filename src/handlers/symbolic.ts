import { type Dist, weightsOf } from "../dist/dist.ts";
import { type Expr, expr, syntactic } from "../num/expr.ts";
import type { Program } from "../program/program.ts";
import { BudgetExceeded } from "./budget.ts";
import { ProgramError } from "./program-error.ts";

/** A choice of a program whose weights are formulas, with what follows each answer. */
export interface Draw<A> {
  readonly kind: "sample" | "flip";
  readonly label: string;
  /** One weight an answer. */
  readonly weights: readonly Expr[];
  /** What follows each answer; undefined where its weight is written as zero. */
  readonly next: readonly (ChoiceTree<A> | undefined)[];
}

/** All discrete choices of a program: draws, and the values at the ends of its paths. */
export type ChoiceTree<A> = Draw<A> | { readonly value: A };

type Grown<A> = { value: A } | (Draw<A> & { readonly next: (Grown<A> | undefined)[] });

/** What the program was told on the path being followed. */
type Answer<A> =
  | {
      readonly draw: Draw<A> & { readonly next: (Grown<A> | undefined)[] };
      readonly values: readonly unknown[];
      at: number;
    }
  | { readonly possible: boolean };

/** Runs of the program. */
const MOST_RUNS = 20_000;

/**
 * The tree of all choices that a program makes when its weights are formulas over unknowns.
 *
 * A path is recorded as the list of its factors, in the order in which they were asked for; nothing is multiplied out, and
 * only branches whose weight is *written* as zero are left out. What `possible` answers is up to `isPossible`: where the
 * mass of a formula can be both, it throws, and the caller runs the program again once for each case.
 */
export const choiceTree = <A>(program: Program<Expr, A>, isPossible: (mass: Expr) => boolean): ChoiceTree<A> => {
  const path: Answer<A>[] = [];
  let root: Grown<A> | undefined;
  let depth = 0;

  const grow = (tree: Grown<A>): void => {
    const above = path.findLast((answer) => "draw" in answer);
    if (above === undefined) root = tree;
    else above.draw.next[above.at] = tree;
  };
  const firstWritten = (weights: readonly Expr[], from: number): number => {
    let at = from;
    while (at < weights.length && syntactic.isZero(weights[at] as Expr)) at++;
    return at;
  };
  const open = (
    kind: Draw<A>["kind"],
    label: string,
    values: readonly unknown[],
    weights: readonly Expr[],
  ): unknown => {
    const at = firstWritten(weights, 0);
    if (at === weights.length) throw new ProgramError(`"${label}" draws from a law without mass`);
    const draw = { kind, label, weights, next: new Array<Grown<A> | undefined>(weights.length).fill(undefined) };
    grow(draw);
    path.push({ draw, values, at });
    depth++;
    return values[at];
  };
  const answered = (): unknown => {
    if (depth === path.length) return undefined;
    const answer = path[depth++] as Answer<A>;
    return "draw" in answer ? answer.values[answer.at] : answer.possible;
  };
  const ask = {
    sample: <B>(label: string, law: () => Dist<Expr, B>): B => {
      if (depth < path.length) return answered() as B;
      const asked = law();
      return open("sample", label, asked.support, weightsOf(asked)) as B;
    },
    flip: (label: string, chance: () => Expr): boolean => {
      if (depth < path.length) return answered() as boolean;
      const heads = chance();
      return open("flip", label, [true, false], [heads, expr.monus(expr.one, heads)]) as boolean;
    },
    possible: (_label: string, mass: () => Expr): boolean => {
      if (depth < path.length) return answered() as boolean;
      const possible = isPossible(mass());
      path.push({ possible });
      depth++;
      return possible;
    },
    merge: (): void => {},
  };
  const advance = (): boolean => {
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      if ("draw" in last) {
        last.at = firstWritten(last.draw.weights, last.at + 1);
        if (last.at < last.draw.weights.length) return true;
      }
      path.pop();
    }
    return false;
  };

  let runs = 0;
  do {
    if (++runs > MOST_RUNS) throw new BudgetExceeded("paths", MOST_RUNS);
    depth = 0;
    const value = program(ask);
    if (depth < path.length) throw new ProgramError("a replay ended before its last recorded choice");
    grow({ value });
  } while (advance());
  return root as ChoiceTree<A>;
};
