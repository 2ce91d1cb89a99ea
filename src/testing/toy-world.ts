import { type Dist, dist } from "../core/law/dist.ts";
import { parseRational, type Rational, rational } from "../core/num/rational.ts";
import { FORMAT, parseWorld } from "../core/worlds/parse-world.ts";
import type { World } from "../core/worlds/world.ts";

/** Weights by name, each an exact fraction: `{ a: "1/3", b: "2/3" }`. */
export type Law = Readonly<Record<string, string>>;

/** An exact fraction, `3/10`. */
export function ratio(text: string): Rational {
  return parseRational(text) as Rational;
}

/** A law on strings. */
export const law = (weights: Law): Dist<Rational, string> =>
  dist(rational, Object.keys(weights), Object.values(weights).map(ratio));

/** A law as it is written, values of weight zero left out. */
export const written = <A>(of: Dist<Rational, A>, name: (value: A) => string = String): Law =>
  Object.fromEntries(
    of.support.filter((x) => !rational.isZero(of.weight(x))).map((x) => [name(x), rational.print(of.weight(x))]),
  );

/** One side of a world file: independent tokens with the given law; `parts` replaces what should differ. */
export const iid = (weights: Law, parts: object = {}): object => ({
  vocabulary: Object.keys(weights),
  eos: null,
  tokenizer: "longest-prefix",
  model: { kind: "markov", order: 0, rows: [], otherwise: weights },
  ...parts,
});

/** One side of a world file: an order-1 model with a law after each token of `after`, `otherwise` elsewhere. */
export const chain = (otherwise: Law, after: Readonly<Record<string, Law>>, parts: object = {}): object => {
  const rows = Object.entries(after).map(([token, next]) => ({ context: [token], next }));
  return iid(otherwise, { model: { kind: "markov", order: 1, rows, otherwise }, ...parts });
};

/** A world of two sides of a world file. */
export const toyWorld = (target: object, drafter: object, lookahead = 1, prompt = ""): World<Rational> =>
  parseWorld(rational, "toy", JSON.stringify({ format: FORMAT, name: "toy", prompt, lookahead, target, drafter }));
