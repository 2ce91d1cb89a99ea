import type { Accumulator, DecidableField } from "../num/field.ts";
import type { Program } from "../program/program.ts";
import { BudgetExceeded, defaultBudget } from "./budget.ts";
import { type EnumerateOptions, enumerate } from "./enumerate.ts";

/** One value of a law with its weight. */
export interface Outcome<W, A> {
  readonly value: A;
  weight: W;
}

/**
 * The exact law of a program's result, equal results (by `key`) added up, in the order in which they were first met.
 *
 * @example
 * const half = parseRational("1/2");
 * const two = (ask) => Number(ask.flip("first", () => half)) + Number(ask.flip("second", () => half));
 * const { outcomes } = lawOf(rational, two, String);
 * [...outcomes].map(([key, { weight }]) => `${key}: ${rational.print(weight)}`).sort(); // → ["0: 1/4", "1: 1/2", "2: 1/4"]
 */
export function lawOf<W, A>(
  field: DecidableField<W>,
  program: Program<W, A>,
  key: (value: A) => string,
  options: EnumerateOptions = {},
): { outcomes: Map<string, Outcome<W, A>>; paths: number } {
  const outcomes = new Map<string, Collected<W, A>>();
  const limit = (options.budget ?? defaultBudget).states;
  const paths = enumerate(
    field,
    program,
    (value, weight) => {
      const name = key(value);
      const same = outcomes.get(name);
      if (same === undefined) {
        if (outcomes.size >= limit) throw new BudgetExceeded("states", limit);
        outcomes.set(name, { value, weight, sum: undefined });
      } else if (same.sum === undefined) {
        same.sum = field.accumulator(same.weight);
        same.sum.add(weight);
      } else same.sum.add(weight);
    },
    options,
  );
  for (const outcome of outcomes.values()) if (outcome.sum !== undefined) outcome.weight = outcome.sum.total();
  return { outcomes, paths };
}

/** An outcome while its paths are being collected: most have only one. */
interface Collected<W, A> extends Outcome<W, A> {
  sum: Accumulator<W> | undefined;
}
