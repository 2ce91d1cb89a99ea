/** Input from outside is not what it should be: says where, what was found and what was expected. */
export class BadInput extends Error {
  readonly where: string;
  readonly found: string;
  readonly expected: string;

  /** `where`: a file, and the JSON path inside it where there is one. */
  constructor(where: string, found: string, expected: string) {
    super(`${where}: found ${found}, expected ${expected}`);
    this.name = "BadInput";
    this.where = where;
    this.found = found;
    this.expected = expected;
  }
}

const LONGEST_SHOWN = 60;

/** A value from outside, short enough for one line. */
export const shown = (value: unknown): string => {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}… (${text.length} characters)`;
};
