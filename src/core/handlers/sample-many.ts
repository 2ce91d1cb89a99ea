import type { Algorithm } from "../algorithms/algorithm.ts";
import { advance, begin, oneRound, type Position } from "../decode/position.ts";
import type { DecidableField } from "../num/field.ts";
import { sequenceKey } from "../vocab/sequence-key.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { World } from "../worlds/world.ts";
import { type Random, sampler } from "./sample.ts";
import { type Room, sampleAgain } from "./sample-again.ts";

type Generated = readonly Token<"target">[];

/** A position that was met, and the round from there. */
interface Met<S> {
  readonly position: Position<S>;
  /** What was generated on the way here, up to the horizon. */
  readonly generated: Generated;
  readonly done: boolean;
  /** One round. */
  readonly next: (random: Random) => Met<S>;
}

/** Questions and answers recorded, positions included: about a hundred megabytes at most. */
const ROOM = 300_000;

/**
 * Generates again and again from a world's prompt: the same law as one `generate` after another, token for token.
 *
 * Positions with one context are one, and their rounds are recorded: thousands of short generations do not tokenise the
 * same text, compute the same ψ or run the same program again. Only for algorithms whose state is their context; others
 * start afresh each time. Equal generations are mostly one and the same list, so that callers may count by identity first.
 */
export function sampleMany<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  horizon: number,
): (random: Random) => Generated {
  const first = begin(world, algorithm);
  const from = first.context.length;
  const generatedAt = ({ context }: Position<S>): Generated => context.slice(from, from + horizon);
  const isDone = ({ stopped, context }: Position<S>): boolean => stopped || context.length - from >= horizon;
  if (!algorithm.stateIsContext) {
    return (random) => {
      const ask = sampler(field, random);
      let position = begin(world, algorithm);
      while (!isDone(position)) {
        position = advance(world, algorithm, position, oneRound(world, algorithm, position)(ask));
      }
      return generatedAt(position);
    };
  }

  const room: Room = { left: ROOM };
  const known = new Map<string, Met<S>>();
  const meet = (position: Position<S>): Met<S> => {
    const key = sequenceKey(position.context);
    const before = known.get(key);
    if (before !== undefined) return before;
    let round: ((random: Random) => Met<S>) | undefined;
    const met: Met<S> = {
      position,
      generated: generatedAt(position),
      done: isDone(position),
      next: (random) => {
        round ??= roundFrom(position);
        return round(random);
      },
    };
    if (room.left > 0) {
      room.left--;
      known.set(key, met);
    }
    return met;
  };
  const roundFrom = (position: Position<S>) => {
    const program = oneRound(world, algorithm, position);
    return sampleAgain(
      field,
      (ask) => meet(advance(world, algorithm, position, program(ask))),
      (a, b) => sequenceKey(a.position.context) === sequenceKey(b.position.context),
      room,
    );
  };
  const start = meet(first);
  return (random) => {
    let at = start;
    while (!at.done) at = at.next(random);
    return at.generated;
  };
}
