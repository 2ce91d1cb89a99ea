import { printable } from "../vocab/printable.ts";

/**
 * Input from outside is not what it should be: says where, what was found and what was expected, in one line that a
 * terminal shows and does not obey. The parts are kept as they are.
 *
 * @example
 * new BadInput("mine.json at $.lookahead", "0", "a whole number from 1 to 64").message;
 * // → "mine.json at $.lookahead: found 0, expected a whole number from 1 to 64"
 */
export class BadInput extends Error {
  readonly where: string;
  readonly found: string;
  readonly expected: string;

  /** `where`: a file, and the JSON path inside it where there is one. */
  constructor(where: string, found: string, expected: string) {
    super(`${printable(where)}: found ${printable(found)}, expected ${printable(expected)}`);
    this.name = "BadInput";
    this.where = where;
    this.found = found;
    this.expected = expected;
  }
}

const LONGEST_SHOWN = 60;

/** A value from outside, short enough for one line. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return printable(
    text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}… (${text.length} characters)`,
  );
}
