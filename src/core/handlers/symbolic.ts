import { type Dist, weightsOf } from "../law/dist.ts";
import { at as itemAt } from "../num/at.ts";
import { type Expr, expr, syntactic } from "../num/expr.ts";
import type { Program } from "../program/program.ts";
import { BudgetExceeded } from "./budget.ts";
import { ProgramError } from "./program-error.ts";
import { type Asked, Recorder } from "./recorder.ts";

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
interface Step<A> extends Asked {
  value: unknown;
  /** No branches where nothing was drawn. */
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
export function choiceTree<A>(program: Program<Expr, A>, isPossible: (mass: Expr) => boolean): ChoiceTree<A> {
  const growing = new Growing<A>(isPossible);
  let runs = 0;
  do {
    if (++runs > MOST_RUNS) throw new BudgetExceeded("paths", MOST_RUNS);
    growing.restart();
    const value = program(growing);
    growing.checkComplete();
    growing.grow({ kind: "end", value: growing.confirmed(program, value) });
  } while (growing.advance());
  return growing.root as ChoiceTree<A>;
}

/** Follows each path in turn, and lets the tree grow where a question is new. */
class Growing<A> extends Recorder<Expr, Step<A>> {
  root: ChoiceTree<A> | undefined;
  private readonly isPossible: (mass: Expr) => boolean;

  constructor(isPossible: (mass: Expr) => boolean) {
    super();
    this.isPossible = isPossible;
  }

  protected answerSample<B>(label: string, law: () => Dist<Expr, B>): Step<A> {
    const asked = law();
    return this.draw("sample", label, asked.support, weightsOf(asked));
  }
  protected answerFlip(label: string, chance: () => Expr): Step<A> {
    const heads = chance();
    return this.draw("flip", label, COIN, [heads, expr.monus(expr.one, heads)]);
  }
  protected answerPossible(label: string, mass: () => Expr): Step<A> {
    const value = this.isPossible(mass());
    return { kind: "possible", label, value, next: [], weights: [], values: [value], at: 0 };
  }
  protected answerMerge(label: string): Step<A> {
    const next: (ChoiceTree<A> | undefined)[] = [undefined];
    this.grow({ kind: "mark", next: next as unknown as Mark<A>["next"] });
    return { kind: "merge", label, value: undefined, next, weights: [], values: [], at: 0 };
  }

  /** Hangs a node below the last one of the path. */
  grow(tree: ChoiceTree<A>): void {
    const above = this.steps.findLast(({ next }) => next.length > 0);
    if (above === undefined) this.root = tree;
    else above.next[above.at] = tree;
  }

  /** Moves to the next path; false when there is none. */
  advance(): boolean {
    for (let last = this.steps.at(-1); last !== undefined; last = this.steps.at(-1)) {
      last.at = firstWritten(last.weights, last.at + 1);
      if (last.at < last.weights.length) {
        last.value = last.values[last.at];
        return true;
      }
      this.steps.pop();
    }
    return false;
  }

  private draw(kind: Draw<A>["kind"], label: string, values: readonly unknown[], weights: readonly Expr[]): Step<A> {
    const at = firstWritten(weights, 0);
    if (at === weights.length) throw new ProgramError(`"${label}" draws from a law without mass`);
    const next = new Array<ChoiceTree<A> | undefined>(weights.length).fill(undefined);
    this.grow({ kind, label, weights, next });
    return { kind, label, value: values[at], next, weights, values, at };
  }
}

const COIN: readonly boolean[] = [true, false];

/** The first weight from `from` on that is not written as zero. */
const firstWritten = (weights: readonly Expr[], from: number): number => {
  let at = from;
  while (at < weights.length && syntactic.isZero(itemAt(weights, at))) at++;
  return at;
};
