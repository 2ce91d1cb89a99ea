import type { Rational } from "../../../core/num/rational.ts";
import type { World } from "../../../core/worlds/world.ts";
import { type Limits as ContextLimits, defaultLimits } from "../enumeration/contexts.ts";
import { numbering } from "./numbering.ts";
import { UNITED } from "./question.ts";

/** How far the comparison with the oracle goes. Work is in drafts verified: about half a millisecond each. */
export interface OracleLimits {
  /** Tokens of each vocabulary, at most: token numbers are unary inside the oracle. */
  readonly tokens: number;
  readonly lookahead: number;
  readonly candidates: number;
  /** Work of all rounds together; context classes beyond it are left out, farthest from the prompt first. */
  readonly rounds: number;
  /** Work of the generation: its budget is the largest that fits, up to `budget` tokens; with 0 there is none. */
  readonly generation: number;
  readonly budget: number;
  /** How contexts are followed. */
  readonly contexts: ContextLimits;
}

/** A row stays within a few seconds. */
export const oracleLimits: OracleLimits = {
  tokens: 6,
  lookahead: 3,
  candidates: 3,
  rounds: 10_000,
  generation: 2_000,
  budget: 4,
  contexts: { ...defaultLimits, unboundedContexts: 20 },
};

const SEVERAL: ReadonlySet<string> = new Set(["rrs", "k-seq"]);

/** What about a world is beyond the limits, in words; undefined where nothing is. */
export function beyondLimits<W>(
  { target, drafter, lookahead, candidates }: World<W>,
  algorithm: string,
  limits: OracleLimits,
): string | undefined {
  const sizes = { target: target.tokenizer.vocabulary.size, drafter: drafter.tokenizer.vocabulary.size };
  const most = `the oracle compares at most`;
  for (const [side, size] of Object.entries(sizes)) {
    if (size > limits.tokens) return `the ${side} has ${size} tokens; ${most} ${limits.tokens}`;
  }
  if (SEVERAL.has(algorithm)) {
    return candidates > limits.candidates ? `${candidates} candidates; ${most} ${limits.candidates}` : undefined;
  }
  return lookahead > limits.lookahead ? `lookahead ${lookahead}; ${most} ${limits.lookahead}` : undefined;
}

const drafts = ({ lookahead, candidates }: World<Rational>, algorithm: string): number =>
  algorithm === "autoregressive" ? 0 : SEVERAL.has(algorithm) ? candidates : lookahead;

const tokensIn = (world: World<Rational>, algorithm: string): number => {
  const { target, drafter } = world;
  return UNITED.has(algorithm)
    ? numbering(world).size
    : Math.max(target.tokenizer.vocabulary.size, drafter.tokenizer.vocabulary.size);
};

/** The work of one round: as many drafts, each with a last token. */
export function roundWork(world: World<Rational>, algorithm: string): number {
  return tokensIn(world, algorithm) ** (drafts(world, algorithm) + 1);
}

/** The largest budget whose generation fits: a round from every text shorter than it. */
export function generationBudget(world: World<Rational>, algorithm: string, limits: OracleLimits): number {
  const { size } = world.target.tokenizer.vocabulary;
  const round = roundWork(world, algorithm);
  let work = round;
  let budget = Math.min(1, limits.budget);
  while (budget < limits.budget) {
    work += round * size ** budget;
    if (work > limits.generation) break;
    budget++;
  }
  return budget;
}
