import type { Algorithm, Round } from "../../core/algorithms/algorithm.ts";
import { begin, oneRound } from "../../core/decode/position.ts";
import { roundKey } from "../../core/handlers/generation-law.ts";
import { lawOf, type Outcome } from "../../core/handlers/law-of.ts";
import { type DecidableField, sum } from "../../core/num/field.ts";
import type { World } from "../../core/worlds/world.ts";

/**
 * The probability that a round's first proposed target token is accepted; undefined when the algorithm does not say how
 * much it accepts.
 */
export function acceptedMass<W, S>(field: DecidableField<W>, rounds: readonly Outcome<W, Round<S>>[]): W | undefined {
  if (rounds.some(({ value }) => value.accepted === undefined)) return undefined;
  const accepted = rounds.filter(({ value }) => (value.accepted as number) > 0);
  return sum(
    field,
    accepted.map(({ weight }) => weight),
  );
}

/** {@link acceptedMass} of the round at the world's prompt, enumerated. */
export function measuredAcceptance<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
): W | undefined {
  const round = oneRound(world, algorithm, begin(world, algorithm));
  const { outcomes } = lawOf(field, round, (result) => roundKey(world, algorithm, result));
  return acceptedMass(field, [...outcomes.values()]);
}
