import { dist } from "../../src/core/law/dist.ts";
import { markov, type Row } from "../../src/core/models/markov.ts";
import { type Rational, rational } from "../../src/core/num/rational.ts";
import { longestPrefix } from "../../src/core/vocab/longest-prefix.ts";
import { type Side, type Token, vocabulary } from "../../src/core/vocab/vocabulary.ts";
import { createWorld, type World } from "../../src/core/worlds/world.ts";

const LETTERS = "abcdefghij";

/** Weights 1 to 5 that depend on the whole context, and their sum; the same on every machine. */
const weights = (context: readonly number[], size: number, salt: number): number[] => {
  const h = context.reduce((hash, token) => (hash * 33 + token + 97) % 1009, salt);
  return Array.from({ length: size }, (_, i) => 1 + (((h >> i) + i * h) % 5));
};

const model = <V extends Side>(side: V, size: number, order: number, salt: number) => {
  const letters = [...LETTERS].slice(0, size);
  const contexts: number[][] = [];
  const extend = (context: number[]): void => {
    contexts.push(context);
    if (context.length < order) for (let token = 0; token < size; token++) extend([...context, token]);
  };
  extend([]);
  // All sums of up to ten weights of 1 to 5 divide this: one denominator for the whole model, as the file reader gives.
  const sums = contexts.map((context) => weights(context, size, salt).reduce((a, b) => a + b, 0));
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  const common = sums.reduce((all, sum) => (all / gcd(all, sum)) * sum, 1);
  const rows = contexts.map((context, at): Row<Rational, V> => {
    const scale = common / (sums[at] as number);
    const shares = weights(context, size, salt).map((weight) => rational.ratio(BigInt(weight * scale), BigInt(common)));
    return {
      context: context as Token<V>[],
      position: 0,
      next: dist(
        rational,
        letters.map((_, token) => token as Token<V>),
        shares,
      ),
    };
  });
  return markov(longestPrefix(vocabulary(side, letters, letters, null)), order, rows);
};

/** A world of two different Markov models over the first letters of the alphabet, weights exact. */
export const markovWorld = (size: number, order: number, lookahead: number): World<Rational> =>
  createWorld({
    name: `|V| = ${size}, order ${order}, lookahead ${lookahead}`,
    field: rational,
    target: model("target", size, order, 5),
    drafter: model("drafter", size, order, 77),
    prompt: "",
    lookahead,
    candidates: 2,
  });

/** The weights of one context as plain numbers, for a peer that takes doubles. */
export const plainLaws =
  (size: number, salt: number) =>
  (context: readonly number[]): number[] => {
    const raw = weights(context, size, salt);
    const total = raw.reduce((a, b) => a + b, 0);
    return raw.map((weight) => weight / total);
  };
