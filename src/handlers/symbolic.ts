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

/** A place at which the program says that what follows may be the same on other paths. Nothing relies on it. */
export interface Mark<A> {
  readonly kind: "mark";
  readonly next: readonly [ChoiceTree<A>];
}

/** The value at the end of a path. */
export interface End<A> {
  readonly kind: "end";
  readonly value: A;
}

/** All discrete choices of a program. */
export type ChoiceTree<A> = Draw<A> | Mark<A> | End<A>;

/** A node being built, and which of its branches the path takes. */
interface Step<A> {
  readonly next: (ChoiceTree<A> | undefined)[];
  readonly weights: readonly Expr[];
  readonly values: readonly unknown[];
  at: number;
}

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
  const path: Step<A>[] = [];
  let root: ChoiceTree<A> | undefined;
  let depth = 0;

  const grow = (tree: ChoiceTree<A>): void => {
    const above = path.findLast(({ next }) => next.length > 0);
    if (above === undefined) root = tree;
    else above.next[above.at] = tree;
  };
  const firstWritten = (weights: readonly Expr[], from: number): number => {
    let at = from;
    while (at < weights.length && syntactic.isZero(weights[at] as Expr)) at++;
    return at;
  };
  const recorded = (): Step<A> | undefined => path[depth++];
  const draw = (
    kind: Draw<A>["kind"],
    label: string,
    values: readonly unknown[],
    weights: readonly Expr[],
  ): unknown => {
    const at = firstWritten(weights, 0);
    if (at === weights.length) throw new ProgramError(`"${label}" draws from a law without mass`);
    const next = new Array<ChoiceTree<A> | undefined>(weights.length).fill(undefined);
    grow({ kind, label, weights, next });
    path.push({ next, weights, values, at });
    return values[at];
  };
  const ask = {
    sample: <B>(label: string, law: () => Dist<Expr, B>): B => {
      const step = recorded();
      if (step !== undefined) return step.values[step.at] as B;
      const asked = law();
      return draw("sample", label, asked.support, weightsOf(asked)) as B;
    },
    flip: (label: string, chance: () => Expr): boolean => {
      const step = recorded();
      if (step !== undefined) return step.values[step.at] as boolean;
      const heads = chance();
      return draw("flip", label, [true, false], [heads, expr.monus(expr.one, heads)]) as boolean;
    },
    possible: (_label: string, mass: () => Expr): boolean => {
      const step = recorded();
      if (step !== undefined) return step.values[step.at] as boolean;
      const possible = isPossible(mass());
      path.push({ next: [], weights: [], values: [possible], at: 0 });
      return possible;
    },
    merge: (): void => {
      if (recorded() !== undefined) return;
      const next = new Array<ChoiceTree<A> | undefined>(1);
      grow({ kind: "mark", next: next as unknown as Mark<A>["next"] });
      path.push({ next, weights: [], values: [], at: 0 });
    },
  };
  const advance = (): boolean => {
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      last.at = firstWritten(last.weights, last.at + 1);
      if (last.at < last.weights.length) return true;
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
    grow({ kind: "end", value });
  } while (advance());
  return root as ChoiceTree<A>;
};
