import { RuleBreach } from "../program/rule-breach.ts";

/**
 * A program broke the rules of the language: hidden randomness, leaked state, or a draw from nothing.
 *
 * @example
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1" });
 * let runs = 0;
 * const hidden = stateless("hidden", (at, committed) => (ask) => ({
 *   emitted: [ask.sample(`question ${runs++}`, () => at.target.next(committed))],
 * }));
 * await verify(hidden, coins).catch((error) => error instanceof ProgramError); // → true
 */
export class ProgramError extends RuleBreach {
  constructor(message: string) {
    super(message);
    this.name = "ProgramError";
  }
}

/** A round goes on asking where every round that ends would have ended. */
export class EndlessRound extends ProgramError {
  constructor(message: string) {
    super(message);
    this.name = "EndlessRound";
  }
}
