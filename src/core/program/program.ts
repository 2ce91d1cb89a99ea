import type { Dist } from "../law/dist.ts";

/**
 * What a probabilistic program may ask. The whole language is two choices, one question and one hint.
 *
 * Arguments are thunks: a handler that replays a recorded choice does not compute the law again, and never computes it on
 * a branch of weight zero. Between asks a program is pure, and it does not `try` around an ask.
 */
export interface Ask<W> {
  /**
   * Draws a value; the weights of `law()` sum to 1. Reports print the value as a drafter's token where the label begins
   * with "draft", else as a target token.
   */
  sample<A>(label: string, law: () => Dist<W, A>): A;
  /** True with probability `chance()`. */
  flip(label: string, chance: () => W): boolean;
  /** Is this mass not zero? The handler decides: programs cannot compare weights. */
  possible(label: string, mass: () => W): boolean;
  /**
   * Promises that all that follows depends on the choices made so far only through this place, named by the label, and
   * `key()`. Handlers may ignore it.
   */
  merge(label: string, key: () => string): void;
}

/** A probabilistic program: a plain function of the questions it may ask. */
export type Program<W, A> = (ask: Ask<W>) => A;
