import { RuleBreach } from "../program/rule-breach.ts";

/** A program broke the rules of the language: hidden randomness, leaked state, or a draw from nothing. */
export class ProgramError extends RuleBreach {
  constructor(message: string) {
    super(message);
    this.name = "ProgramError";
  }
}
