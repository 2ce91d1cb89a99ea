import type { FromAdapter, Hello, Rounds, Samples } from "./messages.ts";
import { PROTOCOL } from "./messages.ts";
import { ProtocolError } from "./protocol-error.ts";

/** Reads one line of an adapter. What does not have the shape of a message is refused; unknown fields are ignored. */
export const readMessage = (line: string): FromAdapter => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new ProtocolError(`a line that is not JSON: ${excerpt(line)}`);
  }
  if (!isObject(value)) throw new ProtocolError(`a line that is no object: ${excerpt(line)}`);
  const at = new Fields(value, line);
  const type = at.text("type");
  switch (type) {
    case "hello":
      return { type, ...hello(at) };
    case "ready":
      return { type, id: at.text("id") };
    case "refused":
      return { type, id: at.text("id" in value ? "id" : "run"), message: at.text("message", "") };
    case "samples":
      return samples(at);
    case "done":
      return { type, run: at.text("run"), count: at.whole("count") };
    case "scores":
      return { type, id: at.text("id"), rows: numbers(at) };
    case "error":
      return { type, run: at.text("run"), sample: at.whole("sample", 0), message: at.text("message", "") };
    case "ping":
    case "pong":
    case "bye":
      return { type };
    default:
      throw new ProtocolError(`a message of unknown type ${excerpt(type)}`);
  }
};

const hello = (at: Fields): Hello => {
  const protocol = at.text("protocol");
  if (protocol !== PROTOCOL) throw new ProtocolError(`the protocol ${excerpt(protocol)}, expected ${PROTOCOL}`);
  const seeds = at.text("seeds", "sample");
  if (seeds !== "sample" && seeds !== "run" && seeds !== "none") at.refuse("seeds", '"sample", "run" or "none"');
  const algorithms = at.texts("algorithms");
  if (algorithms.length === 0) at.refuse("algorithms", "at least one");
  return {
    name: at.text("name"),
    version: String(at.scalar("version", "")),
    algorithms,
    tables: at.flag("tables", true),
    positions: at.flag("positions", true),
    maxOrder: at.whole("maxOrder", 16),
    maxVocabulary: at.whole("maxVocabulary", 1024),
    maxBatch: at.whole("maxBatch", 1),
    maxLookahead: at.whole("maxLookahead", 16),
    dtype: String(at.scalar("dtype", "float32")),
    logits: at.scalar("logits", true) !== false,
    seeds: seeds as Hello["seeds"],
    ...(at.has("vocabulary") ? { vocabulary: at.whole("vocabulary") } : {}),
    stops: at.whole("stops", 1),
    processors: at.texts("processors", []),
    rounds: at.flag("rounds", false),
    score: at.flag("score", false),
  };
};

const samples = (at: Fields): Samples => {
  const tokens = at.list("tokens");
  if (!tokens.every((row) => Array.isArray(row))) at.refuse("tokens", "a list of lists");
  const rounds = at.has("rounds") ? at.list("rounds") : undefined;
  if (rounds !== undefined && !(rounds.length === tokens.length && rounds.every(isRounds)))
    at.refuse("rounds", "[proposed, accepted] for each round of each sequence");
  const calls = at.has("calls") ? at.list("calls") : undefined;
  if (calls !== undefined && !(calls.length === 2 && calls.every(isCount))) at.refuse("calls", "[target, drafter]");
  return {
    type: "samples",
    run: at.text("run"),
    first: at.whole("first"),
    tokens: tokens as unknown[][],
    ...(rounds === undefined ? {} : { rounds: rounds as Rounds[] }),
    ...(calls === undefined ? {} : { calls: calls as [number, number] }),
  };
};

const numbers = (at: Fields): number[][] => {
  const rows = at.list("rows");
  const good = rows.every((row) => Array.isArray(row) && row.every((logit) => typeof logit === "number"));
  if (!good) at.refuse("rows", "lists of numbers");
  return rows as number[][];
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

const isRounds = (value: unknown): boolean =>
  Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isCount));

const excerpt = (text: string): string => {
  const short = text.length <= 80 ? text : `${text.slice(0, 80)}… (${text.length} characters)`;
  return JSON.stringify(short);
};

/** The fields of one message. */
class Fields {
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

  whole(key: string, missing?: number): number {
    if (!this.has(key) && missing !== undefined) return missing;
    const value = this.#object[key];
    return isCount(value) ? (value as number) : this.refuse(key, "a whole number");
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
