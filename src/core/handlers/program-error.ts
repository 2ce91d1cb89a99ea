import { RuleBreach } from "../program/rule-breach.ts";

/** A program broke the rules of the language: hidden randomness, leaked state, or a draw from nothing. */
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
