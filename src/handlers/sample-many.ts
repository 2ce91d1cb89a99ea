import type { Algorithm, Round } from "../algorithms/algorithm.ts";
import { advance, begin, oneRound, type Position } from "../decode/position.ts";
import type { DecidableField } from "../num/field.ts";
import type { Program } from "../program/program.ts";
import { sequenceKey } from "../vocab/sequence-key.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { World } from "../worlds/world.ts";
import { type Random, sampler } from "./sample.ts";

/** A position that was met before: its round, made once, and the positions that its emissions led to. */
interface Known<W, S> {
  readonly position: Position<S>;
  readonly round: Program<W, Round<S>>;
  readonly after: Map<string, Known<W, S>>;
}

/** Positions remembered; beyond that they are made anew each time. */
const MOST_KNOWN = 10_000;

/**
 * Generates again and again from a world's prompt: the same law as one `generate` after another.
 *
 * What a round computes before its program is made once a context, so that thousands of short generations do not tokenise
 * the same text or compute the same ψ again. Only for algorithms whose state is their context; others start afresh.
 */
export const sampleMany = <W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  horizon: number,
): ((random: Random) => readonly Token<"target">[]) => {
  let count = 0;
  const known = (position: Position<S>): Known<W, S> => ({
    position,
    round: oneRound(world, algorithm, position),
    after: new Map(),
  });
  const follow = (from: Known<W, S>, round: Round<S>): Known<W, S> => {
    const key = sequenceKey(round.emitted);
    const met = from.after.get(key);
    if (met !== undefined) return met;
    const next = known(advance(world, algorithm, from.position, round));
    if (algorithm.stateIsContext && count < MOST_KNOWN) {
      count++;
      from.after.set(key, next);
    }
    return next;
  };
  let stream: Random | undefined;
  let ask = sampler(field, () => 0);
  const start = known(begin(world, algorithm));
  const from = start.position.context.length;
  return (random) => {
    if (random !== stream) {
      stream = random;
      ask = sampler(field, random);
    }
    let at = algorithm.stateIsContext ? start : known(begin(world, algorithm));
    while (!at.position.stopped && at.position.context.length - from < horizon) at = follow(at, at.round(ask));
    return at.position.context.slice(from, from + horizon);
  };
};
