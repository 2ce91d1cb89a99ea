import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { generate } from "../core/decode/generate.ts";
import { BudgetExceeded } from "../core/handlers/budget.ts";
import type { EnumerateOptions } from "../core/handlers/enumerate.ts";
import { generationLaw } from "../core/handlers/generation-law.ts";
import { lawOf, type Outcome } from "../core/handlers/law-of.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { showTokens, type Token } from "../core/vocab/vocabulary.ts";
import type { World } from "../core/worlds/world.ts";
import { Undecided } from "./check.ts";

/** The law of what is generated, by the tokens as people read them. */
export type OutputLaw = ReadonlyMap<string, Rational>;

const labelled = (
  { target }: World<Rational>,
  outcomes: ReadonlyMap<string, Outcome<Rational, readonly Token<"target">[]>>,
): OutputLaw => {
  const law = new Map<string, Rational>();
  for (const { value, weight } of outcomes.values()) {
    if (!rational.isZero(weight)) law.set(showTokens(target.tokenizer.vocabulary, value), weight);
  }
  return law;
};

/** The law of the first `horizon` tokens. */
export function outputLaw(
  world: World<Rational>,
  algorithm: Algorithm,
  horizon: number,
  options: EnumerateOptions = {},
): OutputLaw {
  return labelled(world, generationLaw(rational, world, algorithm, horizon, options).outcomes);
}

/** Runs of an enumeration without any merging. */
const UNMERGED_RUNS = 8_000;

/** The same law, each whole generation enumerated on its own: nothing is merged, inside rounds or between them. */
export function unmergedOutputLaw(world: World<Rational>, algorithm: Algorithm, horizon: number): OutputLaw {
  const budget = { paths: UNMERGED_RUNS, states: UNMERGED_RUNS };
  try {
    const program = generate(world, algorithm, horizon);
    return labelled(world, lawOf(rational, program, (tokens) => tokens.join(), { merging: false, budget }).outcomes);
  } catch (error) {
    throw error instanceof BudgetExceeded ? new Undecided(error.message) : error;
  }
}

/** The law of the first `horizon` tokens of longer texts. `separator` is what `showTokens` puts between tokens. */
export function firstTokens(law: OutputLaw, horizon: number): OutputLaw {
  const cut = new Map<string, Rational>();
  for (const [tokens, weight] of law) {
    const first = tokens.split("·").slice(0, horizon).join("·");
    cut.set(first, rational.add(cut.get(first) ?? rational.zero, weight));
  }
  return cut;
}

/** Where two laws differ, in words; undefined where they are equal. */
export function difference(found: OutputLaw, expected: OutputLaw): string | undefined {
  for (const tokens of new Set([...found.keys(), ...expected.keys()])) {
    const [a, b] = [found.get(tokens) ?? rational.zero, expected.get(tokens) ?? rational.zero];
    if (!rational.equal(a, b)) return `"${tokens}" has probability ${rational.print(a)} and ${rational.print(b)}`;
  }
  return undefined;
}
