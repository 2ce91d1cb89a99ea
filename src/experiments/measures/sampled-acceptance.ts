import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { begin, oneRound } from "../../core/decode/position.ts";
import { type Random, sampler } from "../../core/handlers/sample.ts";
import { type Dist, weightsOf } from "../../core/law/dist.ts";
import { at } from "../../core/num/at.ts";
import { float64 } from "../../core/num/float64.ts";
import type { Ask } from "../../core/program/program.ts";
import type { World } from "../../core/worlds/world.ts";

/** Draws that come after the verdict on the first proposal: which token they give changes no acceptance. */
const AFTER_THE_VERDICT = new Set(["residual", "bonus"]);

/** How many of `rounds` rounds from the world's prompt accept their first proposed token. */
export function acceptedRounds<S>(
  world: World<number>,
  algorithm: Algorithm<S>,
  random: Random,
  rounds: number,
): number {
  const draw = drawing(random);
  const ask: Ask<number> = {
    ...sampler(float64, random),
    // Corrections are drawn from laws over the whole vocabulary that nothing here reads.
    sample: (label, law) => (AFTER_THE_VERDICT.has(label) ? (0 as never) : draw(law())),
  };
  const round = oneRound(world, algorithm, begin(world, algorithm));
  let accepted = 0;
  for (let i = 0; i < rounds; i++) if ((round(ask).accepted ?? 0) > 0) accepted++;
  return accepted;
}

/** Draws by inversion, with the running sums of a law kept: many draws from one large law cost a search each, not a pass. */
const drawing = (random: Random): (<A>(law: Dist<number, A>) => A) => {
  const known = new WeakMap<object, Float64Array>();
  const sumsOf = (law: Dist<number, unknown>): Float64Array => {
    let sum = 0;
    const sums = known.get(law) ?? Float64Array.from(weightsOf(law), (weight) => (sum += weight));
    known.set(law, sums);
    return sums;
  };
  return (law) => {
    const sums = sumsOf(law);
    // Scaled by their sum, which rounding leaves a few units off 1 in the last place.
    const place = random() * (sums.at(-1) as number);
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(sums, middle) > place) high = middle;
      else low = middle + 1;
    }
    return law.support[low] as never;
  };
};
