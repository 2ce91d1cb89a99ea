import { type Dist, weightsOf } from "../law/dist.ts";
import { Thinned } from "../law/thinned.ts";
import type { DecidableField } from "../num/field.ts";
import type { Ask, Program } from "../program/program.ts";
import { ProgramError } from "./program-error.ts";

/** A stream of numbers uniform on [0, 1), 53 bits each. */
export type Random = () => number;

/**
 * The handler that draws: each question is answered once, with fresh randomness.
 *
 * @example
 * const ask = sampler(float64, stream(1, "mine"));
 * ["a", "b"].includes(ask.sample("letter", () => dist(float64, ["a", "b"], [0.25, 0.75]))); // → true
 */
export function sampler<W>(field: DecidableField<W>, random: Random): Ask<W> {
  return {
    sample: (label, law) => draw(field, label, law(), random),
    flip: (_label, chance) => random() < field.toNumber(chance()),
    possible: (_label, mass) => !field.isZero(mass()),
    merge: () => {},
  };
}

/**
 * One run of a program with randomness from `random`.
 *
 * @example
 * sample(float64, (ask) => ask.flip("sure", () => 1), stream(1, "mine")); // → true
 */
export function sample<W, A>(field: DecidableField<W>, program: Program<W, A>, random: Random): A {
  return program(sampler(field, random));
}

const draw = <W, A>(field: DecidableField<W>, label: string, law: Dist<W, A>, random: Random): A => {
  if (law instanceof Thinned) {
    for (;;) {
      const value = draw(field, label, (law as Thinned<W, A>).base, random);
      if (random() < field.toNumber((law as Thinned<W, A>).keep(value))) return value;
    }
  }
  return law.support[pick(label, weightsOf(law), field.toNumber, random())] as A;
};

/** By inversion: the number of the first weight that the uniform number does not exceed, once those before are taken off. */
export function pick<W>(
  label: string,
  weights: readonly W[],
  toNumber: (weight: W) => number,
  uniform: number,
): number {
  let left = uniform;
  let last = -1;
  for (let i = 0; i < weights.length; i++) {
    const weight = toNumber(weights[i] as W);
    if (weight <= 0) continue;
    if (left < weight) return i;
    left -= weight;
    last = i;
  }
  // Rounding may leave the sum of the weights a few units below 1 in the last place.
  if (last < 0) throw new ProgramError(`"${label}" draws from a law without mass`);
  return last;
}
