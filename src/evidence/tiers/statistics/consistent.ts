import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import type { DecidableField } from "../../../core/num/field.ts";
import type { World } from "../../../core/worlds/world.ts";
import { totalVariationTest } from "../../stats/total-variation-test.ts";
import type { Rates } from "../../stats/verdict.ts";
import { targetLaw } from "../enumeration/target-law.ts";
import type { Verdict } from "../verdict.ts";
import { sampledLaw } from "./sampled-law.ts";

/** Most different sequences compared at once: with more, the same samples see less. */
const MOST_OUTCOMES = 32;
const LONGEST = 6;

/** How much to sample, from which seed, and the rates to keep. */
export interface StatisticsPlan extends Rates {
  readonly seed: number;
  /** Generations to sample. */
  readonly samples: number;
}

/**
 * The statistics tier: samples whole short generations, length included, and compares their frequencies with the
 * target's exact law by a test that keeps its false-alarm rate at every sample size.
 *
 * The verdict is `consistent` with its rates and the smallest total variation that would have been seen, or `refuted`;
 * statistics never prove. The horizon is the longest with at most 32 possible sequences.
 */
export function consistent<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  plan: StatisticsPlan,
): Verdict {
  const question = statisticsQuestion(field, world);
  const { seed, samples } = plan;
  return judgeCounts(question, algorithm, plan, sampledLaw(field, world, algorithm, question.horizon, seed, samples));
}

/** What the frequencies of a world's generations are compared with. */
export interface StatisticsQuestion {
  readonly world: string;
  /** Tokens generated, at most. */
  readonly horizon: number;
  /** The target's probability of each sequence. */
  readonly law: ReadonlyMap<string, number>;
}

/** Asked of the longest horizon with at most `outcomes` possible sequences: the fewer, the smaller a difference is seen. */
export function statisticsQuestion<W>(
  field: DecidableField<W>,
  world: World<W>,
  outcomes = MOST_OUTCOMES,
): StatisticsQuestion {
  const { horizon, law } = longestLaw(field, world, outcomes);
  return {
    world: world.name,
    horizon,
    law: new Map([...law].map(([key, { weight }]) => [key, field.toNumber(weight)])),
  };
}

/** The verdict on what was sampled, wherever it was. */
export function judgeCounts(
  { world, horizon, law }: StatisticsQuestion,
  { id }: { readonly id: string },
  { samples, alpha, power }: StatisticsPlan,
  counts: ReadonlyMap<string, number>,
): Verdict {
  const known = [...law.keys()].map((key) => counts.get(key) ?? 0);
  // Whatever the target never says is one more outcome, of probability zero.
  const observed = [...known, samples - known.reduce((sum, count) => sum + count, 0)];
  const test = totalVariationTest(observed, [...law.values(), 0], { alpha, power });
  return {
    world,
    algorithm: id,
    verdict: test.verdict,
    tier: "statistics",
    scope: `horizon ≤ ${horizon}`,
    gap: null,
    acceptance: null,
    expectedTokens: null,
    contexts: null,
    alpha,
    power,
    detectable: test.detectable,
    samples,
  };
}

const longestLaw = <W>(field: DecidableField<W>, world: World<W>, outcomes: number) => {
  let horizon = 1;
  let law = targetLaw(field, world, horizon);
  while (horizon < LONGEST) {
    const longer = targetLaw(field, world, horizon + 1);
    if (longer.size > outcomes) break;
    horizon++;
    law = longer;
  }
  return { horizon, law };
};
