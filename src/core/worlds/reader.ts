import { BadInput, shown } from "./bad-input.ts";

/** A value inside a JSON file that knows its path, so that every refusal can say where. */
export class Reader {
  readonly file: string;
  readonly path: string;
  readonly value: unknown;

  constructor(file: string, path: string, value: unknown) {
    this.file = file;
    this.path = path;
    this.value = value;
  }

  refuse(expected: string, found = shown(this.value)): never {
    throw new BadInput(`${this.file} at ${this.path}`, found, expected);
  }

  /** An object with all of `required` and none but `required` and `optional` keys. */
  object(required: readonly string[], optional: readonly string[] = []): Map<string, Reader> {
    const entries = this.entries();
    for (const key of required) if (!entries.has(key)) this.refuse(`the key "${key}"`, "none");
    for (const [key, at] of entries) {
      if (!required.includes(key) && !optional.includes(key)) {
        const known = [...required, ...optional].join(", ");
        throw new BadInput(`${this.file} at ${at.path}`, `the unknown key ${shown(key)}`, `one of ${known}`);
      }
    }
    return entries;
  }

  /** An object with any keys. */
  entries(): Map<string, Reader> {
    if (typeof this.value !== "object" || this.value === null || Array.isArray(this.value))
      return this.refuse("an object");
    return new Map(
      Object.entries(this.value).map(([key, value]) => [key, new Reader(this.file, `${this.path}${step(key)}`, value)]),
    );
  }

  list(most: number): Reader[] {
    if (!Array.isArray(this.value)) return this.refuse("a list");
    if (this.value.length > most) return this.refuse(`at most ${most} entries`);
    return this.value.map((value, index) => new Reader(this.file, `${this.path}[${index}]`, value));
  }

  /** Well-formed Unicode of at most `longest` UTF-16 units. */
  string(longest = 10_000): string {
    if (typeof this.value !== "string") return this.refuse("a string");
    if (this.value.length > longest) return this.refuse(`at most ${longest} characters`);
    if (!this.value.isWellFormed()) return this.refuse("well-formed Unicode", "a lone surrogate");
    return this.value;
  }

  wholeNumber(least: number, most: number): number {
    if (!Number.isInteger(this.value)) return this.refuse(`a whole number from ${least} to ${most}`);
    const value = this.value as number;
    return value < least || value > most ? this.refuse(`a whole number from ${least} to ${most}`) : value;
  }
}

const step = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${shown(key)}]`);
