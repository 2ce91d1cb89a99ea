import type { DecidableField } from "../num/field.ts";
import type { Program } from "../program/program.ts";
import { RuleBreach } from "../program/rule-breach.ts";
import { type Budget, BudgetExceeded, defaultBudget } from "./budget.ts";
import { type Choice, Exploration, MERGED } from "./exploration.ts";
import { Pending } from "./pending.ts";

/** How an enumeration goes about it; none of this changes the law of a program that keeps the rules. */
export interface EnumerateOptions {
  readonly budget?: Budget;
  /** Explore equal states inside the program once, where it says `merge`. On unless told. */
  readonly merging?: boolean;
  /**
   * For programs that are not trusted: every law must be the same when it is asked again, and every complete path is run
   * twice and must ask, give and leave the same. Off unless told.
   */
  readonly checking?: boolean;
  /** Every law must have mass 1, every chance lie between 0 and 1: in fields whose weights can be compared. Off unless told. */
  readonly masses?: boolean;
  /** Is told the label of every place where a path ended because another one may be the same from there. */
  readonly onMerge?: (label: string) => void;
}

/** All paths that reach one merge point with one key: a representative and their total weight. */
interface Bucket<W> {
  readonly record: readonly Choice[];
  weight: W;
}

/**
 * The exact law of a program: every path of positive weight, by replay.
 *
 * The program is run once for each path. On the recorded prefix its questions are answered from the record, without
 * computing any law; branches of weight zero are never taken. At a `merge` the path is put aside, weights of equal keys
 * are added, and the program goes on once for each key, from one representative.
 *
 * Returns the number of runs.
 *
 * @example
 * const third = parseRational("1/3");
 * const found = [];
 * const paths = enumerate(rational, (ask) => ask.flip("coin", () => third), (heads, weight) => {
 *   found.push([heads, rational.print(weight)]);
 * });
 * [paths, found]; // → [2, [[true, "1/3"], [false, "2/3"]]]
 */
export function enumerate<W, A>(
  field: DecidableField<W>,
  program: Program<W, A>,
  visit: Visit<W, A>,
  options: EnumerateOptions = {},
): number {
  const { value, done } = exploring(field, program, visit, options).next();
  if (done !== true) throw value;
  return value;
}

/** The same over models that take time: a path that lacks an answer waits for it, and is run again. */
export async function enumerateSuspended<W, A>(
  field: DecidableField<W>,
  program: Program<W, A>,
  visit: Visit<W, A>,
  options: EnumerateOptions = {},
): Promise<number> {
  const steps = exploring(field, program, visit, options);
  for (;;) {
    const { value, done } = steps.next();
    if (done === true) return value;
    await value.fetch();
  }
}

/** Is told every complete path's value and weight; `choices()` reads the path's choices. */
export type Visit<W, A> = (value: A, weight: W, choices: () => Choice[]) => void;

/** The exploration itself: yields what is missing where a path must wait, and returns the number of runs. */
function* exploring<W, A>(
  field: DecidableField<W>,
  program: Program<W, A>,
  visit: Visit<W, A>,
  { budget = defaultBudget, merging = true, checking = false, masses = false, onMerge }: EnumerateOptions,
): Generator<Pending, number, undefined> {
  let runs = 0;
  let frontier: Bucket<W>[] = [{ record: [], weight: field.one }];
  while (frontier.length > 0) {
    const merged = new Map<string, Bucket<W>>();
    for (const bucket of frontier) {
      const exploration: Exploration<W> = new Exploration(
        field,
        bucket.record,
        bucket.weight,
        { checking, masses },
        (label, key) => {
          if (!merging) return false;
          const name = `${label}:${key()}`;
          const same = merged.get(name);
          onMerge?.(label);
          if (same) same.weight = field.add(same.weight, exploration.weight());
          else if (merged.size >= budget.states) throw new BudgetExceeded("states", budget.states);
          else {
            const here = { kind: "merge", label, value: undefined } as const;
            merged.set(name, { record: [...exploration.record(), here], weight: exploration.weight() });
          }
          return true;
        },
      );
      const choices = () => exploration.choices();
      do {
        if (++runs > budget.paths) throw new BudgetExceeded("paths", budget.paths);
        let missing: Pending | undefined;
        do {
          missing = undefined;
          exploration.restart();
          try {
            const value = program(exploration);
            exploration.checkComplete();
            visit(checking ? exploration.confirmed(program, value) : value, exploration.weight(), choices);
          } catch (thrown) {
            if (thrown instanceof Pending) missing = thrown;
            else if (thrown !== MERGED) {
              if (thrown instanceof RuleBreach) thrown.path = exploration.choices();
              throw thrown;
            }
          }
          if (missing !== undefined) yield missing;
        } while (missing !== undefined);
      } while (exploration.next());
    }
    frontier = [...merged.values()];
  }
  return runs;
}
