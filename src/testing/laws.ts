import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { begin, oneRound } from "../core/decode/position.ts";
import { enumerate } from "../core/handlers/enumerate.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import type { World } from "../core/worlds/world.ts";
import { acceptance } from "../evidence/claims/acceptance.ts";
import type { Breach } from "../evidence/claims/breach.ts";
import { dominates } from "../evidence/claims/dominates.ts";
import { measuredAcceptance } from "../evidence/claims/measured-acceptance.ts";
import { normalizes } from "../evidence/claims/normalizes.ts";
import { terminates } from "../evidence/claims/terminates.ts";
import { contextClasses, type Limits } from "../evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../evidence/tiers/enumeration/lossless.ts";
import { Undecided } from "./check.ts";
import type { Candidates, Proposal } from "./proposals.ts";
import { transportOptimum } from "./transport.ts";

/** A law of algorithms: says what is wrong with one in one world, or nothing. */
export type Law = (algorithm: Algorithm, world: World<Rational>) => string | undefined;

/** Generated worlds are small; contexts that do not close are followed for a few rounds only. */
export const smallLimits: Limits = { paths: 20_000, states: 20_000, contexts: 24, unboundedContexts: 8 };

/** A round of a generated world never needs this many runs: one that does counts as one that does not end. */
const MOST_RUNS = 4_000;

const inWords = (breach: Breach | undefined): string | undefined =>
  breach && `in ${breach.at}: found ${breach.found}, expected ${breach.expected}`;

/** The gap is exactly 0, at every horizon or as far as contexts were followed. */
export const isLossless: Law = (algorithm, world) => {
  const { verdict, gap, scope, why, witness } = lossless(rational, world, algorithm, smallLimits);
  if (verdict === "unknown") throw new Undecided(`${scope}: ${why}`);
  return verdict === "proved" ? undefined : `${scope}: gap ${gap}, ${JSON.stringify(witness)}`;
};

export const isNormalized: Law = (algorithm, world) =>
  inWords(normalizes(rational, world, contextClasses(rational, world, algorithm, smallLimits).classes));

export const isTerminating: Law = (algorithm, world) =>
  inWords(terminates(rational, world, algorithm, { ...smallLimits, paths: MOST_RUNS }));

/** The closed formula is what enumeration finds. */
export const hasItsAcceptance: Law = (algorithm, world) =>
  algorithm.acceptance === undefined ? "no formula" : inWords(acceptance(rational, world, algorithm));

export function isAtLeast(worse: Algorithm): Law {
  return (algorithm, world) => inWords(dominates(rational, world, algorithm, worse));
}

/** The expected number of tokens of a round, from the prompt. */
const expectedTokens: (algorithm: Algorithm, world: World<Rational>) => Rational = (algorithm, world) => {
  let total = rational.zero;
  enumerate(rational, oneRound(world, algorithm, begin(world, algorithm)), ({ emitted }, weight) => {
    total = rational.add(total, rational.mul(weight, rational.ratio(BigInt(emitted.length), 1n)));
  });
  return total;
};

/** One round emits at least as many tokens, in expectation, as one of another algorithm. */
export function emitsAtLeast(worse: Algorithm): Law {
  return (algorithm, world) => {
    const [most, least] = [expectedTokens(algorithm, world), expectedTokens(worse, world)];
    if (rational.compare(least, most) <= 0) return undefined;
    return `emits ${rational.print(most)} tokens a round, ${worse.id} ${rational.print(least)}`;
  };
}

/** No verification of one proposal accepts more often than $1 - \mathrm{TV}(p, r)$, r the law of what is proposed. */
export function isWithinTheBound(proposes: Proposal): Law {
  return (algorithm, world) => {
    const p = world.target.next(world.target.tokenizer.encode(world.prompt));
    let most = rational.zero;
    for (const [token, weight] of proposes(world)) most = rational.add(most, rational.min(p.weight(token), weight));
    const found = measuredAcceptance(rational, world, algorithm) ?? rational.zero;
    if (rational.compare(found, most) <= 0) return undefined;
    return `accepts with probability ${rational.print(found)}, more than 1 - TV = ${rational.print(most)}`;
  };
}

/** No verification keeps one of several candidates more often than the best coupling of the target with their sets. */
export function isWithinTheTransport(candidates: Candidates): Law {
  return (algorithm, world) => {
    const p = world.target.next(world.target.tokenizer.encode(world.prompt));
    const most = transportOptimum(p, candidates(world));
    const found = measuredAcceptance(rational, world, algorithm) ?? rational.zero;
    if (rational.compare(found, most) <= 0) return undefined;
    return `keeps a candidate with probability ${rational.print(found)}, the best coupling with ${rational.print(most)}`;
  };
}
