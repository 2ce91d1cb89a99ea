import type { DecidableField } from "../num/field.ts";
import type { Ask, Program } from "../program/program.ts";
import { ProgramError } from "./program-error.ts";

/** A stream of numbers uniform on [0, 1), 53 bits each. */
export type Random = () => number;

/** The handler that draws: each question is answered once, with fresh randomness. */
export const sampler = <W>(field: DecidableField<W>, random: Random): Ask<W> => ({
  sample(label, law) {
    const drawn = law();
    const { support } = drawn;
    let left = random();
    let last: (typeof support)[number] | undefined;
    for (const value of support) {
      const weight = field.toNumber(drawn.weight(value));
      if (weight <= 0) continue;
      if (left < weight) return value;
      left -= weight;
      last = value;
    }
    // Rounding may leave the sum of the weights a few units below 1 in the last place.
    if (last === undefined) throw new ProgramError(`"${label}" draws from a law without mass`);
    return last;
  },
  flip: (_label, chance) => random() < field.toNumber(chance()),
  possible: (_label, mass) => !field.isZero(mass()),
  merge: () => {},
});

/** One run of a program with randomness from `random`. */
export const sample = <W, A>(field: DecidableField<W>, program: Program<W, A>, random: Random): A =>
  program(sampler(field, random));
