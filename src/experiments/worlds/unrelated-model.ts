import type { Random } from "../../core/handlers/sample.ts";
import { dist } from "../../core/law/dist.ts";
import { markov, type Row } from "../../core/models/markov.ts";
import type { LanguageModel } from "../../core/models/model.ts";
import type { Field } from "../../core/num/field.ts";
import { longestPrefix } from "../../core/vocab/longest-prefix.ts";
import type { Text } from "../../core/vocab/text.ts";
import { type Side, type Token, vocabulary } from "../../core/vocab/vocabulary.ts";

/** Whole weights from 0 to 9, zero with the given chance, at least one of them positive. */
const smallWeights = (count: number, zero: number, random: Random): bigint[] => {
  const weights: bigint[] = Array.from({ length: count }, () =>
    random() < zero ? 0n : 1n + BigInt(Math.floor(random() * 9)),
  );
  return weights.every((weight) => weight === 0n) ? [1n, ...weights.slice(1)] : weights;
};

/** A model of order 1 with unrelated small laws after each token, over strings cut by longest prefix. */
export function unrelatedModel<W, V extends Side>(
  field: Field<W>,
  side: V,
  texts: readonly Text[],
  zero: number,
  random: Random,
): LanguageModel<W, V> {
  const tokens = texts.map((_, at) => at as Token<V>);
  const law = () => {
    const weights = smallWeights(tokens.length, zero, random);
    const total = weights.reduce((a, b) => a + b, 0n);
    return dist(
      field,
      tokens,
      weights.map((weight) => field.ratio(weight, total)),
    );
  };
  const contexts: Token<V>[][] = [[], ...tokens.map((token) => [token])];
  const rows = contexts.map((context): Row<W, V> => ({ context, position: 0, next: law() }));
  return markov(longestPrefix(vocabulary(side, texts, texts, null)), 1, rows);
}
