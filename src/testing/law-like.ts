import type { Dist } from "../core/law/dist.ts";
import type { DecidableField } from "../core/num/field.ts";
import { float64 } from "../core/num/float64.ts";
import { parseRational, Rational, rational } from "../core/num/rational.ts";

/**
 * A finite law as code here writes it: a `Dist`; a map from values to weights, or to outcomes as `generationLaw` and
 * `targetLaw` give them; or exact fractions by name, `{ a: "1/3", b: "2/3" }`.
 */
export type LawLike = Dist<unknown, unknown> | ReadonlyMap<unknown, unknown> | Readonly<Record<string, string>>;

/** How values are written, which is also how they are told apart: sequences by their members with commas between. */
export type Naming = (value: never) => string;

/** The usual {@link Naming}. */
export function plainly(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainly).join();
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

/** A law as its values are written, in a field that its weights belong to; weights of fractions are in every field. */
export interface NamedLaw {
  readonly weights: ReadonlyMap<string, unknown>;
  /** Undefined where the weights are fractions that any field has, or there are none. */
  readonly field: DecidableField<unknown> | undefined;
}

/** Reads a law; refuses two values that are written alike, and weights that are neither rationals nor doubles. */
export function namedLaw(law: LawLike, name: Naming = plainly): NamedLaw {
  const weights = new Map<string, unknown>();
  const put = (value: string, weight: unknown): void => {
    if (weights.has(value)) throw new TypeError(`a law has two values that are written "${value}"`);
    weights.set(value, weight);
  };
  if (law instanceof Map) {
    for (const [key, entry] of law) {
      if (isOutcome(entry)) put(name(entry.value as never), entry.weight);
      else put(name(key as never), entry);
    }
  } else if (isDist(law)) for (const value of law.support) put(name(value as never), law.weight(value));
  else {
    for (const [key, text] of Object.entries(law as Readonly<Record<string, unknown>>)) put(key, fraction(key, text));
    return { weights, field: undefined };
  }
  const all = [...weights.values()];
  if (all.length === 0) return { weights, field: undefined };
  if (all.every((weight) => weight instanceof Rational)) return { weights, field: rational as DecidableField<unknown> };
  if (all.every((weight) => typeof weight === "number")) return { weights, field: float64 as DecidableField<unknown> };
  throw new TypeError("the weights of a law must be all rationals or all doubles");
}

/** The two laws as weights of one field; refuses a law of rationals and one of doubles. */
export function inOneField(a: NamedLaw, b: NamedLaw): { field: DecidableField<unknown>; laws: NamedLaw["weights"][] } {
  if (a.field !== undefined && b.field !== undefined && a.field !== b.field) {
    throw new TypeError("found a law in rationals and one in doubles, expected one field for both");
  }
  const field = a.field ?? b.field ?? (rational as DecidableField<unknown>);
  return { field, laws: [a, b].map((law) => (law.field === undefined ? moved(law.weights, field) : law.weights)) };
}

const moved = (weights: NamedLaw["weights"], field: DecidableField<unknown>): Map<string, unknown> =>
  new Map(
    [...weights].map(([name, weight]) => {
      const { numerator, denominator } = weight as Rational;
      return [name, field.ratio(numerator, denominator)];
    }),
  );

const isDist = (law: LawLike): law is Dist<unknown, unknown> => Array.isArray((law as Dist<unknown, unknown>).support);

const isOutcome = (entry: unknown): entry is { value: unknown; weight: unknown } =>
  typeof entry === "object" && entry !== null && "value" in entry && "weight" in entry;

const fraction = (name: string, text: unknown): Rational => {
  const weight = typeof text === "string" ? parseRational(text) : undefined;
  if (weight === undefined) {
    throw new TypeError(
      `the weight of "${name}": found ${String(text)}, expected an exact fraction as a string, "3/10"`,
    );
  }
  return weight;
};
