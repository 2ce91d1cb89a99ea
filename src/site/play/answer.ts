import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { drafterContext, promptTokens } from "../../core/algorithms/parts/committed.ts";
import { firstTokenLaw } from "../../core/algorithms/parts/first-token-law.ts";
import { begin, oneRound } from "../../core/decode/position.ts";
import { BudgetExceeded } from "../../core/handlers/budget.ts";
import { generationLaw, roundKey } from "../../core/handlers/generation-law.ts";
import { lawOf } from "../../core/handlers/law-of.ts";
import { type Rational, rational } from "../../core/num/rational.ts";
import { showTokens, type Token, tokensOf } from "../../core/vocab/vocabulary.ts";
import type { World } from "../../core/worlds/world.ts";
import type { Limits } from "../../evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../evidence/tiers/enumeration/lossless.ts";
import type { Verdict } from "../../evidence/tiers/verdict.ts";

/** What one edit of the page may cost; beyond it the answer is: unknown. */
export const LIMITS: Limits = { paths: 300_000, states: 50_000, contexts: 200, unboundedContexts: 40 };

/** A target token with exact probabilities, reduced fractions. */
export interface TokenRow {
  readonly token: string;
  readonly target: string;
  /** Under the algorithm, for the first token generated. */
  readonly output: string;
  /** Law of the first target token of the drafted text. */
  readonly psi: string;
}

/** All that the page shows of one algorithm in one world. */
export interface Answer {
  readonly verdict: Verdict;
  readonly tokens: readonly TokenRow[];
  /** What is missing to 1 in ψ: drafts that propose nothing. */
  readonly nothing: string;
  /** What one round emits from the prompt, likeliest first. */
  readonly emissions: readonly { readonly emitted: string; readonly probability: string }[];
}

/** Longest list of emissions shown. */
const MOST_EMISSIONS = 40;

const emissions = (world: World<Rational>, algorithm: Algorithm): Answer["emissions"] => {
  const law = lawOf(
    rational,
    oneRound(world, algorithm, begin(world, algorithm)),
    (round) => roundKey(world, algorithm, round),
    {
      budget: LIMITS,
    },
  );
  const byName = new Map<string, Rational>();
  for (const { value, weight } of law.outcomes.values()) {
    const name = showTokens(world.target.tokenizer.vocabulary, value.emitted);
    byName.set(name, rational.add(byName.get(name) ?? rational.zero, weight));
  }
  return [...byName]
    .sort(([, a], [, b]) => rational.compare(b, a))
    .slice(0, MOST_EMISSIONS)
    .map(([emitted, weight]) => ({ emitted, probability: rational.print(weight) }));
};

/** The verdict alone, for the table of all algorithms. */
export function judge(world: World<Rational>, algorithm: Algorithm): Verdict {
  return lossless(rational, world, algorithm, LIMITS);
}

/** Everything about one algorithm: its verdict, the law of its first token, ψ, and one round. */
export function answer(world: World<Rational>, algorithm: Algorithm): Answer {
  const verdict = judge(world, algorithm);
  const { vocabulary } = world.target.tokenizer;
  const prompt = promptTokens(world);
  const p = world.target.next(prompt);
  const psi = firstTokenLaw(world, drafterContext(world, prompt));
  const output = generationLaw(rational, world, algorithm, 1, { budget: LIMITS }).outcomes;
  const drawn = (token: Token<"target">): Rational =>
    [...output.values()].find(({ value }) => value[0] === token)?.weight ?? rational.zero;
  const missing = psi.support.reduce((rest, token) => rational.monus(rest, psi.weight(token)), rational.one);
  return {
    verdict,
    tokens: tokensOf(vocabulary).map((token) => ({
      token: vocabulary.label(token),
      target: rational.print(p.weight(token)),
      output: rational.print(drawn(token)),
      psi: rational.print(psi.weight(token)),
    })),
    nothing: rational.print(missing),
    emissions: emissions(world, algorithm),
  };
}

/** What stopped an answer, in words; undefined for errors that are no one's world. */
export function inWords(error: unknown): string | undefined {
  return error instanceof BudgetExceeded ? `${error.message}: make the world smaller, or use the command` : undefined;
}
