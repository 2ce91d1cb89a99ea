import { sd } from "../core/algorithms/sd.ts";
import { sdBlock } from "../core/algorithms/sd-block.ts";
import { stream } from "../core/handlers/random.ts";
import type { Random } from "../core/handlers/sample.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import { tokensOf } from "../core/vocab/vocabulary.ts";
import type { World } from "../core/worlds/world.ts";
import { each, fraction, oneOf, share } from "./columns.ts";
import { experiment, grid, type Row } from "./experiment.ts";
import { expectedTokens } from "./measures/expected-tokens.ts";
import { firstTokenAcceptance } from "./measures/first-token-acceptance.ts";
import { iidWorld } from "./worlds/iid-world.ts";

const letters = (count: number): string[] => Array.from({ length: count }, (_, at) => String.fromCharCode(97 + at));

/** Whole weights $u^{1/t}$, at most 1000: sharp for small t, flat for large. */
const weights = (count: number, temperature: number, random: Random): number[] =>
  letters(count).map(() => 1 + Math.round(999 * random() ** (1 / temperature)));

const randomWorld = (count: number, temperature: number, lookahead: number, random: Random): World<Rational> => {
  const side = () => ({ texts: letters(count), weights: weights(count, temperature, random) });
  return iidWorld(rational, side(), side(), lookahead);
};

/** Tokens a round with token and with block verification of the same drafts, exact. */
export const blockVerification = experiment({
  name: "block-verification",
  question: "How much longer are the runs that block verification keeps of the same draft?",
  seed: 1,
  points: grid({ temperature: [0.1, 0.3, 1], lookahead: [1, 2, 3, 4, 5, 6], world: [1, 2, 3, 4, 5, 6, 7, 8] }),
  columns: { how: oneOf("exact"), ...each(["sd", "sd-block"], fraction) },
  row: ({ temperature, lookahead }, random): Row => {
    const world = randomWorld(3, temperature, lookahead, random);
    const [token, block] = [sd, sdBlock].map((algorithm) => rational.print(expectedTokens(rational, world, algorithm)));
    return { how: "exact", sd: token as string, "sd-block": block as string };
  },
});

/** Acceptance with several independent drafts for one position, exact, and the most that transport allows. */
export const severalCandidates = experiment({
  name: "several-candidates",
  question: "How often is one of several drafts for a position accepted, and how often could it be?",
  seed: 1,
  points: grid({ candidates: [1, 2, 3, 4, 6, 8], world: Array.from({ length: 20 }, (_, at) => at + 1) }),
  columns: { how: oneOf("exact"), ...each(["sd", "rrs", "k-seq", "transport"], share) },
  row: ({ candidates, world: which }): Row => {
    // The same worlds for every number of candidates.
    const world = { ...randomWorld(8, 0.3, 1, stream(1, `world ${which}`)), candidates };
    const { rrs, "k-seq": kSeq, sd: one } = firstTokenAcceptance(rational, world, ["sd", "rrs", "k-seq"]);
    const number = (weight: Rational | null): number => rational.toNumber(weight as Rational);
    return { how: "exact", sd: number(one), rrs: number(rrs), "k-seq": number(kSeq), transport: candidateBound(world) };
  },
});

/**
 * The most that any verifier of $k$ independent drafts accepts: $\\min_{U \\subseteq T} p(U) + 1 - q(U)^k$, the value of the
 * transport from sets of drafts to tokens, over all $2^{|T|}$ sets.
 */
const candidateBound = ({ target, drafter, candidates }: World<Rational>): number => {
  const [p, q] = [target.next([]), drafter.next([])];
  const tokens = tokensOf(target.tokenizer.vocabulary);
  const [ps, qs] = [p, q].map((law) => tokens.map((token) => rational.toNumber(law.weight(token as never))));
  let least = 1;
  for (let set = 0; set < 2 ** tokens.length; set++) {
    const mass = (of: readonly number[]): number => of.reduce((sum, weight, at) => sum + ((set >> at) & 1) * weight, 0);
    least = Math.min(least, mass(ps as number[]) + 1 - mass(qs as number[]) ** candidates);
  }
  return least;
};
