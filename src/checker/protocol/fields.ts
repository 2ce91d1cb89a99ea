import { ProtocolError } from "./protocol-error.ts";

/** What a whole number in a message may be. */
interface Whole {
  readonly missing?: number;
  readonly least?: number;
  readonly most?: number;
}

/** Is it a whole number from 0 to `most` that a double holds exactly? */
export function isCount(value: unknown, most: number = Number.MAX_SAFE_INTEGER): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= most;
}

/** The beginning of a text from outside, in quotation marks. */
export function excerpt(text: string): string {
  const short = text.length <= 80 ? text : `${text.slice(0, 80)}… (${text.length} characters)`;
  return JSON.stringify(short);
}

/** The fields of one message. */
export class Fields {
  readonly #object: Record<string, unknown>;
  readonly #line: string;

  constructor(object: Record<string, unknown>, line: string) {
    this.#object = object;
    this.#line = line;
  }

  refuse(key: string, expected: string): never {
    throw new ProtocolError(`a message whose "${key}" is not ${expected}: ${excerpt(this.#line)}`);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#object, key) && this.#object[key] !== null;
  }

  scalar(key: string, missing: string | number | boolean): string | number | boolean {
    if (!this.has(key)) return missing;
    const value = this.#object[key];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
    return this.refuse(key, "a string, a number or a truth value");
  }

  /** Ids may be numbers: they are compared as text. */
  text(key: string, missing?: string): string {
    if (!this.has(key) && missing !== undefined) return missing;
    const value = this.#object[key];
    if (typeof value === "number") return String(value);
    return typeof value === "string" && value.length <= 10_000 ? value : this.refuse(key, "a string");
  }

  flag(key: string, missing: boolean): boolean {
    if (!this.has(key)) return missing;
    const value = this.#object[key];
    return typeof value === "boolean" ? value : this.refuse(key, "true or false");
  }

  /** A whole number from `least` to `most`: none that is negative, broken, too large to be exact, or impossible. */
  whole(key: string, { missing, least = 0, most = Number.MAX_SAFE_INTEGER }: Whole = {}): number {
    if (!this.has(key) && missing !== undefined) return missing;
    const value = this.#object[key];
    if (isCount(value, most) && value >= least) return value;
    const upTo = most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`;
    return this.refuse(key, `a whole number from ${least}${upTo}`);
  }

  list(key: string): unknown[] {
    const value = this.#object[key];
    return Array.isArray(value) ? value : this.refuse(key, "a list");
  }

  texts(key: string, missing?: readonly string[]): readonly string[] {
    if (!this.has(key) && missing !== undefined) return missing;
    const value = this.list(key);
    return value.length <= 1000 && value.every((entry) => typeof entry === "string" && entry.length <= 200)
      ? (value as string[])
      : this.refuse(key, "a list of short strings");
  }
}
