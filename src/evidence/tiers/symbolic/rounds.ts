import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { advance, begin, oneRound } from "../../../core/decode/position.ts";
import type { Program } from "../../../core/program/program.ts";
import type { World } from "../../../core/worlds/world.ts";
import type { Emitted } from "./identity.ts";

/** Whether an algorithm says that it carries nothing but the target's context from round to round. */
const carriesState = <S>({ stateIsContext }: Algorithm<S>): boolean => stateIsContext !== true;

/**
 * What an algorithm emits from its start in as many rounds as the symbolic tier covers: one, or two where it carries state,
 * so that a state which the first round sets and the second reads is seen.
 */
export function coveredRounds<W, S>(world: World<W>, algorithm: Algorithm<S>): Program<W, Emitted> {
  return carriesState(algorithm) ? twoRounds(world, algorithm) : firstRound(world, algorithm);
}

const firstRound = <W, S>(world: World<W>, algorithm: Algorithm<S>): Program<W, Emitted> => {
  const round = oneRound(world, algorithm, begin(world, algorithm));
  return (ask) => round(ask).emitted;
};

/** Every run begins anew: a state that a round writes over is not handed to the next run. */
const twoRounds =
  <W, S>(world: World<W>, algorithm: Algorithm<S>): Program<W, Emitted> =>
  (ask) => {
    const start = begin(world, algorithm);
    const first = oneRound(world, algorithm, start)(ask);
    const after = advance(world, algorithm, start, first);
    if (after.stopped) return first.emitted;
    return first.emitted.concat(oneRound(world, algorithm, after)(ask).emitted);
  };

/** The rounds that are covered, and the later ones that are not, in words for a scope. */
export function roundsInWords<S>(algorithm: Algorithm<S>): { covered: string; not: string } {
  return carriesState(algorithm)
    ? { covered: "two rounds from its first state and", not: "rounds after the second" }
    : { covered: "one round from", not: "what a later round reads of a longer context" };
}
