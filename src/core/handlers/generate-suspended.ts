import type { Algorithm, Round } from "../algorithms/algorithm.ts";
import { advance, begin, oneRound, type Position } from "../decode/position.ts";
import type { AsyncModel } from "../models/async-model.ts";
import type { LanguageModel } from "../models/model.ts";
import type { DecidableField } from "../num/field.ts";
import type { Program } from "../program/program.ts";
import type { Token } from "../vocab/vocabulary.ts";
import { createWorld, type World, type WorldParts } from "../worlds/world.ts";
import type { Random } from "./sample.ts";
import { suspend } from "./suspend.ts";
import { suspending } from "./suspending.ts";

/** A world whose models take time. */
export interface AsyncWorld<W> extends Omit<WorldParts<W>, "target" | "drafter" | "field"> {
  readonly field: DecidableField<W>;
  readonly target: AsyncModel<W, "target">;
  /** A drafter without a network answers at once. */
  readonly drafter: AsyncModel<W, "drafter"> | LanguageModel<W, "drafter">;
}

/** When a generation ends, besides the target's stop token. */
export interface End {
  /** Most tokens. */
  readonly budget: number;
  /** Further tokens that end it; like a stop token they belong to what is generated, and nothing follows. */
  readonly stops?: ReadonlySet<number>;
  readonly signal?: AbortSignal;
}

/** What a round added to the text. */
export interface Emitted {
  readonly tokens: readonly Token<"target">[];
  /** How many of them were accepted drafts, and how many the algorithm accepted before anything was cut off. */
  readonly accepted: number;
}

/** The synchronous world that programs see, and what forgets the answers of a finished round. */
export interface SuspendedWorld<W> {
  readonly world: World<W>;
  readonly forget: () => void;
}

/** Makes a world synchronous: its models throw what is still to be computed. */
export function suspendedWorld<W>(parts: AsyncWorld<W>): SuspendedWorld<W> {
  const target = suspending(parts.target);
  const drafter =
    "next" in parts.drafter ? { model: parts.drafter, forget: () => {} } : suspending<W, "drafter">(parts.drafter);
  return {
    world: createWorld({ ...parts, target: target.model, drafter: drafter.model }),
    forget: () => {
      target.forget();
      drafter.forget();
    },
  };
}

/**
 * The outer loop over models that take time: yields what each round adds, until a stop token, the budget or an abort.
 *
 * The same algorithms, rounds and checks as `generate`; cutting at a stop or at the budget is a function of the
 * sequence, so that the law of what remains is the target's, cut alike.
 */
export async function* generateSuspended<W, S>(
  { world, forget }: SuspendedWorld<W>,
  field: DecidableField<W>,
  algorithm: Algorithm<S>,
  random: Random,
  { budget, stops = new Set(), signal }: End,
): AsyncGenerator<Emitted, void, undefined> {
  let position = begin(world, algorithm);
  let count = 0;
  while (!position.stopped && count < budget) {
    forget();
    const round = await oneSuspendedRound(field, world, algorithm, position, random, signal);
    const end = round.emitted.findIndex((token) => stops.has(token));
    const tokens = round.emitted.slice(0, Math.min(budget - count, end < 0 ? round.emitted.length : end + 1));
    count += tokens.length;
    yield { tokens, accepted: Math.min(round.accepted ?? 0, tokens.length) };
    if (end >= 0 && end < tokens.length) return;
    position = advance(world, algorithm, position, round);
  }
}

/** One round; what the algorithm prepares before its program is prepared once. */
const oneSuspendedRound = <W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  position: Position<S>,
  random: Random,
  signal: AbortSignal | undefined,
): Promise<Round<S>> => {
  let program: Program<W, Round<S>> | undefined;
  return suspend(
    field,
    (ask) => {
      program ??= oneRound(world, algorithm, position);
      return program(ask);
    },
    random,
    signal,
  );
};
