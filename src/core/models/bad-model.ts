import { printable } from "../vocab/printable.ts";

/** A model's files, or what they compute, are not what a causal language model's should be. */
export class BadModel extends Error {
  readonly where: string;
  readonly found: string;
  readonly expected: string;

  /** `where`: a file or folder, and the input or output inside it where there is one. */
  constructor(where: string, found: string, expected: string) {
    super(`${printable(where)}: found ${printable(found)}, expected ${printable(expected)}`);
    this.name = "BadModel";
    this.where = where;
    this.found = found;
    this.expected = expected;
  }
}
