import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { answered } from "../../../core/handlers/answered.ts";
import { generateSuspended, type SuspendedWorld } from "../../../core/handlers/generate-suspended.ts";
import { stream } from "../../../core/handlers/random.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import { float64 } from "../../../core/num/float64.ts";
import type { Token } from "../../../core/vocab/vocabulary.ts";
import { totalVariationTest } from "../../stats/total-variation-test.ts";
import type { Verdict } from "../verdict.ts";
import type { StatisticsPlan } from "./consistent.ts";

/** Sequences compared one by one; all others are one more outcome. */
const CELLS = 31;
/** Generations after which the models' answers are forgotten. */
const REMEMBERED = 500;

/**
 * The statistics tier on models that take time: samples short generations from the world's prompt, and compares their
 * frequencies with the law of autoregressive decoding of the same target, multiplied out token by token.
 *
 * The cells are the sequences that a beam search through the target's law finds likeliest, chosen before anything is
 * sampled, and one cell for the rest.
 */
export async function consistentPair<S>(
  { world, forget }: SuspendedWorld<number>,
  algorithm: Algorithm<S>,
  horizon: number,
  { seed, samples, alpha, power }: StatisticsPlan,
  progress: (done: number) => void = () => {},
): Promise<Verdict> {
  const prompt = world.target.tokenizer.encode(world.prompt);
  const { eos } = world.target.tokenizer.vocabulary;
  let beam: { readonly tokens: readonly Token<"target">[]; readonly weight: number }[] = [{ tokens: [], weight: 1 }];
  for (let depth = 0; depth < horizon; depth++) {
    const longer: typeof beam = [];
    for (const one of beam) {
      if (one.tokens.at(-1) === eos) longer.push(one);
      else {
        const p = await answered(() => world.target.next([...prompt, ...one.tokens]));
        for (const token of p.support)
          longer.push({ tokens: [...one.tokens, token], weight: one.weight * p.weight(token) });
      }
    }
    beam = longer.sort((a, b) => b.weight - a.weight).slice(0, CELLS);
  }
  const cell = new Map(beam.map(({ tokens }, at) => [tokens.join(), at]));
  const expected = beam.map(({ weight }) => weight);
  const rest = 1 - expected.reduce((sum, weight) => sum + weight, 0);
  // A remainder of the size of rounding means that the cells are all there is.
  expected.push(rest < 1e-12 ? 0 : rest);
  const observed = new Array<number>(expected.length).fill(0);

  const random = stream(seed, `${world.name}/${algorithm.id}`);
  const keep = { world, forget: () => {} };
  for (let sample = 0; sample < samples; sample++) {
    if (sample % REMEMBERED === 0) forget();
    const tokens: Token<"target">[] = [];
    for await (const added of generateSuspended(keep, float64, algorithm, random, { budget: horizon })) {
      tokens.push(...added.tokens);
    }
    const at = cell.get(tokens.join()) ?? beam.length;
    observed[at] = itemAt(observed, at) + 1;
    if (sample % 100 === 0) progress(sample);
  }
  const test = totalVariationTest(observed, normalised(expected), { alpha, power });
  return {
    world: world.name,
    algorithm: algorithm.id,
    verdict: test.verdict,
    tier: "statistics",
    scope: `horizon ≤ ${horizon}`,
    gap: null,
    acceptance: null,
    expectedTokens: null,
    contexts: 1,
    alpha,
    power,
    detectable: test.detectable,
    samples,
  };
}

const normalised = (law: readonly number[]): number[] => {
  const total = law.reduce((sum, weight) => sum + weight, 0);
  return law.map((weight) => weight / total);
};
