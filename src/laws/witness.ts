import type { Algorithm } from "../algorithms/algorithm.ts";
import { generate } from "../decode/generate.ts";
import { BudgetExceeded } from "../handlers/budget.ts";
import { enumerate } from "../handlers/enumerate.ts";
import type { Choice } from "../handlers/exploration.ts";
import { generationLaw } from "../handlers/generation-law.ts";
import type { DecidableField } from "../num/field.ts";
import { showTokens, type Token, type Vocabulary } from "../vocab/vocabulary.ts";
import type { World } from "../worlds/world.ts";
import { targetLaw } from "./target-law.ts";
import type { Witness } from "./verdict.ts";

/** Runs searched for the heaviest path to a witness. */
const PATHS_SEARCHED = 200_000;

/**
 * The shortest horizon, up to `longest`, at which what is generated from the prompt differs from the target's law, and
 * the sequence there that is most over-represented. Undefined when no horizon up to `longest` differs.
 */
export const findWitness = <W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  longest: number,
): Witness | undefined => {
  const { vocabulary } = world.target.tokenizer;
  for (let horizon = 1; horizon <= longest; horizon++) {
    const expected = targetLaw(field, world, horizon);
    const { outcomes } = generationLaw(field, world, algorithm, horizon);
    let worst: { tokens: readonly Token<"target">[]; excess: W; output: W; target: W } | undefined;
    for (const [key, { value, weight }] of outcomes) {
      const target = expected.get(key)?.weight ?? field.zero;
      const excess = field.monus(weight, target);
      if (!field.isZero(excess) && (worst === undefined || field.compare(excess, worst.excess) > 0)) {
        worst = { tokens: value, excess, output: weight, target };
      }
    }
    if (worst === undefined) continue;
    return {
      law: "lossless",
      prompt: showTokens(vocabulary, world.target.tokenizer.encode(world.prompt)),
      horizon,
      tokens: showTokens(vocabulary, worst.tokens),
      target: field.print(worst.target),
      output: field.print(worst.output),
      path: heaviestPath(field, world, algorithm, horizon, worst.tokens),
    };
  }
  return undefined;
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
  try {
    enumerate(
      field,
      generate(world, algorithm, horizon),
      (value, weight, choices) => {
        if (value.join() !== wanted) return;
        if (heaviest === undefined || field.compare(weight, heaviest.weight) > 0)
          heaviest = { weight, choices: choices() };
      },
      { merging: false, budget: { paths: PATHS_SEARCHED, states: PATHS_SEARCHED } },
    );
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return [];
  }
  if (heaviest === undefined) return [];
  const { weight, choices } = heaviest as { weight: W; choices: Choice[] };
  return [...choices.map((choice) => inWords(world, choice)), `with probability ${field.print(weight)}`];
};

/** One choice in words: `draft: a`, `accept: no`. */
const inWords = <W>({ target, drafter }: World<W>, { label, value }: Choice): string => {
  if (typeof value === "boolean") return `${label}: ${value ? "yes" : "no"}`;
  const written = <V extends string>(vocabulary: Vocabulary<V>): string =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < vocabulary.size
      ? vocabulary.label(value as Token<V>)
      : String(value);
  return `${label}: ${label.startsWith("draft") ? written(drafter.tokenizer.vocabulary) : written(target.tokenizer.vocabulary)}`;
};
