import type { DecidableField } from "../num/field.ts";
import type { Program } from "../program/program.ts";
import { BudgetExceeded, defaultBudget } from "./budget.ts";
import { type EnumerateOptions, enumerate } from "./enumerate.ts";

/** One value of a law with its weight. */
export interface Outcome<W, A> {
  readonly value: A;
  weight: W;
}

/** The exact law of a program's result, equal results (by `key`) added up, in the order in which they were first met. */
export const lawOf = <W, A>(
  field: DecidableField<W>,
  program: Program<W, A>,
  key: (value: A) => string,
  options: EnumerateOptions = {},
): { outcomes: Map<string, Outcome<W, A>>; paths: number } => {
  const outcomes = new Map<string, Outcome<W, A>>();
  const limit = (options.budget ?? defaultBudget).states;
  const paths = enumerate(
    field,
    program,
    (value, weight) => {
      const name = key(value);
      const same = outcomes.get(name);
      if (same) same.weight = field.add(same.weight, weight);
      else if (outcomes.size >= limit) throw new BudgetExceeded("states", limit);
      else outcomes.set(name, { value, weight });
    },
    options,
  );
  return { outcomes, paths };
};
