import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { promptTokens } from "../../../core/algorithms/parts/committed.ts";
import { lawOf } from "../../../core/handlers/law-of.ts";
import { stream } from "../../../core/handlers/random.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import { type Rational, rational } from "../../../core/num/rational.ts";
import { parseWorld } from "../../../core/worlds/parse-world.ts";
import type { World } from "../../../core/worlds/world.ts";
import { defaultLimits } from "../enumeration/contexts.ts";
import { lossless } from "../enumeration/lossless.ts";
import { roundGap } from "../enumeration/round-gap.ts";
import type { Verdict } from "../verdict.ts";
import type { UnknownLaw } from "./ring.ts";
import { coveredRounds } from "./rounds.ts";
import { type WrittenLaw, writtenWorld } from "./written-world.ts";

/** A world that enumeration refutes, and its verdict; or what stops a program there. */
export type Trial =
  | { readonly found: "refuted"; readonly world: object; readonly verdict: Verdict }
  | { readonly found: "error"; readonly world: object; readonly message: string }
  | { readonly found: "nothing" };

/** Random worlds tried. */
const TRIES = 200;
/** Enough to see a generation from the prompt go wrong. */
const LIMITS = { ...defaultLimits, contexts: 60, unboundedContexts: 60 };

/** Lets enumeration judge an algorithm in the same world with other laws. */
export function tryLaws<W, S>(world: World<W>, algorithm: Algorithm<S>, laws: readonly WrittenLaw[]): Trial {
  const file = writtenWorld(world, `${world.name}, a counterexample`, laws);
  if (file === undefined) return { found: "nothing" };
  try {
    const read = parseWorld(rational, "counterexample", JSON.stringify(file));
    const law = lawOf(rational, coveredRounds(read, algorithm), String);
    const emissions = [...law.outcomes.values()].map(({ value, weight }) => ({ emitted: value, weight }));
    const total = emissions.reduce((left, { weight }) => rational.add(left, weight), rational.zero);
    const gap = roundGap(rational, read.target, promptTokens(read), emissions);
    if (rational.isZero(gap) && rational.equal(total, rational.one)) return { found: "nothing" };
    const verdict = lossless(rational, read, algorithm, LIMITS);
    return verdict.verdict === "refuted" ? { found: "refuted", world: file, verdict } : { found: "nothing" };
  } catch (error) {
    return { found: "error", world: file, message: (error as Error).message };
  }
}

/**
 * Looks for a counterexample among random worlds with small denominators, zeros included: first those whose laws do not
 * depend on the context, which make the shortest counterexamples.
 */
export function searchRandomly<W, S>(
  world: World<W>,
  algorithm: Algorithm<S>,
  laws: readonly UnknownLaw[],
  seed: number,
): Trial {
  const random = stream(seed, `${world.name}/${algorithm.id}/counterexample`);
  let error: Trial = { found: "nothing" };
  for (let at = 0; at < TRIES; at++) {
    const size = (side: "target" | "drafter"): number => world[side].tokenizer.vocabulary.size;
    const common = { target: randomLaw(random, size("target")), drafter: randomLaw(random, size("drafter")) };
    const drawn =
      at % 2 === 0
        ? (["target", "drafter"] as const).map((side) => ({ side, context: [], weights: common[side] }))
        : laws.map(({ side, context }): WrittenLaw => ({ side, context, weights: randomLaw(random, size(side)) }));
    const trial = tryLaws(world, algorithm, drawn);
    if (trial.found === "refuted") return trial;
    if (trial.found === "error" && error.found === "nothing") error = trial;
  }
  return error;
}

/** Halves, thirds, quarters or fifths. */
const randomLaw = (random: () => number, size: number): Rational[] => {
  const parts = 2 + Math.floor(random() * 4);
  const counts = new Array<number>(size).fill(0);
  for (let i = 0; i < parts; i++) {
    const token = Math.floor(random() * size);
    counts[token] = itemAt(counts, token) + 1;
  }
  return counts.map((count) => rational.ratio(BigInt(count), BigInt(parts)));
};
