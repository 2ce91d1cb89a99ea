import { type Dist, weightsOf } from "../law/dist.ts";
import type { DecidableField } from "../num/field.ts";
import type { Ask } from "../program/program.ts";
import { ProgramError } from "./program-error.ts";
import { type Random, sampler } from "./sample.ts";

/** What sums of doubles may miss: far more than rounding, far less than any bias that sampling sees. */
const ROUNDING = 1e-6;

/** The handler that draws, for programs that are not trusted: every law must have mass 1, every chance lie between 0 and 1. */
export function checkedSampler<W>(field: DecidableField<W>, random: Random): Ask<W> {
  const draw = sampler(field, random);
  return {
    ...draw,
    sample: <A>(label: string, law: () => Dist<W, A>): A => {
      const asked = law();
      let mass = 0;
      let least = 0;
      for (const weight of weightsOf(asked)) {
        const share = field.toNumber(weight);
        mass += share;
        if (!(share >= least)) least = share;
      }
      if (least !== 0 || !(Math.abs(mass - 1) <= ROUNDING))
        throw new ProgramError(`"${label}" draws from weights that sum to ${mass}; a law has mass 1`);
      return draw.sample(label, () => asked);
    },
    flip: (label, chance) => {
      const heads = chance();
      const isChance = field.toNumber(heads) >= -ROUNDING && field.toNumber(heads) <= 1 + ROUNDING;
      if (!isChance) throw new ProgramError(`"${label}" has the chance ${field.print(heads)}; a chance is from 0 to 1`);
      return draw.flip(label, () => heads);
    },
  };
}
