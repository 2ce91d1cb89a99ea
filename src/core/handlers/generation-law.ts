import type { Algorithm, Round } from "../algorithms/algorithm.ts";
import { advance, begin, oneRound, type Position } from "../decode/position.ts";
import { at as itemAt } from "../num/at.ts";
import type { DecidableField } from "../num/field.ts";
import { sequenceKey } from "../vocab/sequence-key.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { World } from "../worlds/world.ts";
import type { EnumerateOptions } from "./enumerate.ts";
import { lawOf, type Outcome } from "./law-of.ts";

/**
 * The exact law of the first `horizon` tokens that an algorithm generates from a world's prompt.
 *
 * Between rounds, equal texts with equal states are one weighted position: they are taken in order of length, so that all
 * of a position's mass has arrived before its round is enumerated, once.
 *
 * @example
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1/2, b 1/2" });
 * const { outcomes } = generationLaw(rational, coins, algorithmOf("sd"), 1);
 * [...outcomes].map(([key, { weight }]) => `${key}: ${rational.print(weight)}`).sort(); // → ["0: 1/3", "1: 2/3"]
 */
export function generationLaw<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  horizon: number,
  options: EnumerateOptions = {},
): { outcomes: Map<string, Outcome<W, readonly Token<"target">[]>>; paths: number } {
  const start = begin(world, algorithm);
  const outcomes = new Map<string, Outcome<W, readonly Token<"target">[]>>();
  const waiting: Map<string, Outcome<W, Position<S>>>[] = Array.from({ length: horizon }, () => new Map());
  let paths = 0;

  const arrive = <A>(at: Map<string, Outcome<W, A>>, key: string, value: A, weight: W): void => {
    const same = at.get(key);
    if (same) same.weight = field.add(same.weight, weight);
    else at.set(key, { value, weight });
  };
  const put = (position: Position<S>, weight: W): void => {
    const tokens = position.context.slice(start.context.length, start.context.length + horizon);
    if (position.stopped || tokens.length === horizon) arrive(outcomes, tokens.join(), tokens, weight);
    else {
      const key = `${tokens.join()}/${algorithm.key(position.state, world)}`;
      arrive(itemAt(waiting, tokens.length), key, position, weight);
    }
  };

  put(start, field.one);
  for (const positions of waiting) {
    for (const { value: position, weight } of positions.values()) {
      const law = lawOf(field, oneRound(world, algorithm, position), (r) => roundKey(world, algorithm, r), options);
      paths += law.paths;
      for (const { value: round, weight: share } of law.outcomes.values()) {
        put(advance(world, algorithm, position, round), field.mul(weight, share));
      }
    }
  }
  return { outcomes, paths };
}

/** Names a round's result: what it emitted, how much of that was accepted, and the state it leaves. */
export function roundKey<W, S>(world: World<W>, algorithm: Algorithm<S>, round: Round<S>): string {
  const visible = `${round.accepted}/${round.emitted.length}/${sequenceKey(round.emitted)}`;
  return algorithm.stateIsContext ? visible : `${visible}/${algorithm.key(round.state as S, world)}`;
}
