import type { Algorithm } from "../../algorithms/algorithm.ts";
import { begin, oneRound } from "../../decode/position.ts";
import { type Random, sampler } from "../../handlers/sample.ts";
import { float64 } from "../../num/float64.ts";
import type { Ask } from "../../program/program.ts";
import type { World } from "../../worlds/world.ts";

/** Draws that come after the verdict on the first proposal: which token they give changes no acceptance. */
const AFTER_THE_VERDICT = new Set(["residual", "bonus"]);

/** How many of `rounds` rounds from the world's prompt accept their first proposed token. */
export const acceptedRounds = <S>(
  world: World<number>,
  algorithm: Algorithm<S>,
  random: Random,
  rounds: number,
): number => {
  const drawing = sampler(float64, random);
  const ask: Ask<number> = {
    ...drawing,
    // Corrections are drawn from laws over the whole vocabulary that nothing here reads.
    sample: (label, law) => (AFTER_THE_VERDICT.has(label) ? (0 as never) : drawing.sample(label, law)),
  };
  const round = oneRound(world, algorithm, begin(world, algorithm));
  let accepted = 0;
  for (let i = 0; i < rounds; i++) if ((round(ask).accepted ?? 0) > 0) accepted++;
  return accepted;
};
