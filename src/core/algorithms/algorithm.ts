import type { Program } from "../program/program.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { World } from "../worlds/world.ts";

/** What one round gives: at least one target token, nothing after a stop token, and the state the next round starts from. */
export interface Round<S> {
  readonly emitted: readonly Token<"target">[];
  /** How many of the emitted tokens were proposals that were accepted; undefined when the algorithm does not say. */
  readonly accepted?: number;
  /** What the next round starts from; left out by algorithms whose state is their context. */
  readonly state?: S;
}

/**
 * A decoding algorithm, written once as a probabilistic program: every handler runs this source.
 *
 * `S` is what it carries from round to round. `round` may compute things before it returns the program; the program
 * itself is run again and again and must be pure between asks.
 */
export interface Algorithm<S = unknown> {
  readonly id: string;
  /** False for controls that are known to change the law. Undefined counts as true. */
  readonly lossless?: boolean;
  /** It carries nothing but the target's context, which the outer loop then hands to every round. */
  readonly stateIsContext?: boolean;
  /** Names of its machine-checked theorems. */
  readonly theorems: readonly string[];
  /** Keys of the bibliography. */
  readonly cite: readonly string[];
  /** Can it run on these vocabularies at all? Undefined counts as: always. */
  fits?<W>(world: World<W>): boolean;
  start<W>(world: World<W>): S;
  round<W>(world: World<W>, state: S): Program<W, Round<S>>;
  /** Injective on all that later rounds read from the state, the target's context aside. */
  key<W>(state: S, world: World<W>): string;
  /** The closed formula for the probability that the first proposed target token is accepted, at the world's prompt. */
  acceptance?<W>(world: World<W>): Program<W, W>;
}

/** The state of algorithms that carry nothing but the committed target tokens, prompt included. */
export type Committed = readonly Token<"target">[];
