import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { generate } from "../../core/decode/generate.ts";
import { BudgetExceeded } from "../../core/handlers/budget.ts";
import { enumerate } from "../../core/handlers/enumerate.ts";
import type { Choice } from "../../core/handlers/exploration.ts";
import { generationLaw } from "../../core/handlers/generation-law.ts";
import type { Outcome } from "../../core/handlers/law-of.ts";
import type { DecidableField } from "../../core/num/field.ts";
import { showTokens, type Token, type Vocabulary } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";
import { targetLaw } from "./enumeration/target-law.ts";
import type { Witness } from "./verdict.ts";

/** Runs searched for the heaviest path to a witness. */
const PATHS_SEARCHED = 200_000;

type Law<W> = ReadonlyMap<string, Outcome<W, readonly Token<"target">[]>>;

/** The sequence whose weight exceeds what another law gives it by most; undefined when none does. */
const furthest = <W>(field: DecidableField<W>, law: Law<W>, other: Law<W>) => {
  let worst: { tokens: readonly Token<"target">[]; excess: W; more: W; less: W } | undefined;
  for (const [key, { value, weight }] of law) {
    const less = other.get(key)?.weight ?? field.zero;
    const excess = field.monus(weight, less);
    if (!field.isZero(excess) && (worst === undefined || field.compare(excess, worst.excess) > 0)) {
      worst = { tokens: value, excess, more: weight, less };
    }
  }
  return worst;
};

/**
 * The shortest horizon, up to `longest`, at which what is generated from the prompt differs from the target's law, and
 * the sequence there that is most over-represented, or most under-represented where mass is lost. Undefined when no
 * horizon up to `longest` differs, or none of those that the budget allows.
 */
export function findWitness<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  longest: number,
): Witness | undefined {
  const { vocabulary } = world.target.tokenizer;
  for (let horizon = 1; horizon <= longest; horizon++) {
    const laws = withinBudget(() => ({
      expected: targetLaw(field, world, horizon),
      outcomes: generationLaw(field, world, algorithm, horizon).outcomes,
    }));
    if (laws === undefined) return undefined;
    const { expected, outcomes } = laws;
    const over = furthest(field, outcomes, expected);
    // Nothing is said too often, and yet something too seldom: mass is lost.
    const worst = over ?? furthest(field, expected, outcomes);
    if (worst === undefined) continue;
    const [output, target] = over === undefined ? [worst.less, worst.more] : [worst.more, worst.less];
    return {
      law: over === undefined ? "normalized" : "lossless",
      prompt: showTokens(vocabulary, world.target.tokenizer.encode(world.prompt)),
      horizon,
      tokens: showTokens(vocabulary, worst.tokens),
      target: field.print(target),
      output: field.print(output),
      path: heaviestPath(field, world, algorithm, horizon, worst.tokens),
    };
  }
  return undefined;
}

/** The result, or undefined where it would exceed a budget. */
const withinBudget = <A>(compute: () => A): A | undefined => {
  try {
    return compute();
  } catch (error) {
    if (error instanceof BudgetExceeded) return undefined;
    throw error;
  }
};

/** The choices of the likeliest run that generates `tokens`, in words. */
const heaviestPath = <W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  horizon: number,
  tokens: readonly Token<"target">[],
): string[] => {
  let heaviest: { weight: W; choices: Choice[] } | undefined;
  const wanted = tokens.join();
  const runs = withinBudget(() =>
    enumerate(
      field,
      generate(world, algorithm, horizon),
      (value, weight, choices) => {
        if (value.join() !== wanted) return;
        if (heaviest === undefined || field.compare(weight, heaviest.weight) > 0)
          heaviest = { weight, choices: choices() };
      },
      { merging: false, budget: { paths: PATHS_SEARCHED, states: PATHS_SEARCHED } },
    ),
  );
  if (runs === undefined || heaviest === undefined) return [];
  const { weight, choices } = heaviest as { weight: W; choices: Choice[] };
  return [...choices.map((choice) => inWords(world, choice)), `with probability ${field.print(weight)}`];
};

/** One choice in words: `draft: a`, `accept: no`. */
export function inWords<W>({ target, drafter }: World<W>, { label, value }: Pick<Choice, "label" | "value">): string {
  if (typeof value === "boolean") return `${label}: ${value ? "yes" : "no"}`;
  const written = <V extends string>(vocabulary: Vocabulary<V>): string =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < vocabulary.size
      ? vocabulary.label(value as Token<V>)
      : String(value);
  return `${label}: ${label.startsWith("draft") ? written(drafter.tokenizer.vocabulary) : written(target.tokenizer.vocabulary)}`;
}
