import type { DecidableField } from "../num/field.ts";
import type { Program } from "../program/program.ts";
import { ProgramError } from "./program-error.ts";

/** Runs a program that makes no random choice: closed formulas, which may still ask whether a mass is possible. */
export function decide<W, A>(field: DecidableField<W>, program: Program<W, A>): A {
  const refuse = (label: string): never => {
    throw new ProgramError(`a closed formula drew "${label}" at random`);
  };
  return program({
    sample: refuse,
    flip: refuse,
    possible: (_label, mass) => !field.isZero(mass()),
    merge: () => {},
  });
}
