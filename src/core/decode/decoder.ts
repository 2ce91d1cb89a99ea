import type { Ask } from "../program/program.ts";
import type { Text } from "../vocab/text.ts";
import type { Token } from "../vocab/vocabulary.ts";
import type { World } from "../worlds/world.ts";

/** What a user asks for; each request brings its own source of randomness. */
export interface Request<W> {
  readonly ask: Ask<W>;
  readonly prompt: Text;
  /** Most tokens wanted. */
  readonly budget: number;
}

/** What a user gets. */
export interface Answer<W> {
  readonly tokens: readonly Token<"target">[];
  /** Why it ended: a stop token, or the budget. */
  readonly finish: "stop" | "length";
  /** Rounds that it took: one target pass each. */
  readonly rounds: number;
  /** How many of the tokens were accepted proposals. */
  readonly accepted: number;
  /** The target's probability of each token, as reported. */
  probabilities(): readonly W[];
}

/** A running decoder: every call may bring several requests, which share nothing. */
export type Session<W> = (requests: readonly Request<W>[]) => readonly Answer<W>[];

/** A decoder as its users meet it: calls, batches, budgets and reports around the rounds of an algorithm. */
export interface Decoder {
  readonly id: string;
  fits?<W>(world: World<W>): boolean;
  open<W>(world: World<W>): Session<W>;
}
