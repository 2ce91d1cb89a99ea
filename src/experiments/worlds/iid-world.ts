import { dist } from "../../core/law/dist.ts";
import { markov } from "../../core/models/markov.ts";
import type { LanguageModel } from "../../core/models/model.ts";
import { at as itemAt } from "../../core/num/at.ts";
import type { Field } from "../../core/num/field.ts";
import { longestPrefix } from "../../core/vocab/longest-prefix.ts";
import type { Text } from "../../core/vocab/text.ts";
import { type Side, type Token, vocabulary } from "../../core/vocab/vocabulary.ts";
import { createWorld, type World } from "../../core/worlds/world.ts";

/** One side of a world of independent tokens: its strings, and a whole number for each. */
export interface IidSide {
  readonly texts: readonly Text[];
  readonly weights: readonly number[];
}

/** Weights as whole numbers, the largest about $2^{30}$: the same fractions in exact and in floating arithmetic. */
export function wholeWeights(weights: readonly number[]): number[] {
  const most = weights.reduce((a, b) => Math.max(a, b), 0);
  return weights.map((weight) => Math.round((weight / most) * 2 ** 30));
}

/** A model whose tokens are independent draws from one law, over strings cut by longest prefix. */
export function iidModel<W, V extends Side>(
  field: Field<W>,
  side: V,
  { texts, weights }: IidSide,
): LanguageModel<W, V> {
  const total = BigInt(weights.reduce((a, b) => a + b, 0));
  const support = texts.flatMap((_, at) => (itemAt(weights, at) > 0 ? [at as Token<V>] : []));
  const shares = support.map((at) => field.ratio(BigInt(itemAt(weights, at)), total));
  return markov(longestPrefix(vocabulary(side, texts, texts, null)), 0, [], dist(field, support, shares));
}

/** A world of two such sides, empty prompt. */
export function iidWorld<W>(field: Field<W>, target: IidSide, drafter: IidSide, lookahead: number): World<W> {
  return createWorld({
    name: "independent tokens",
    field,
    target: iidModel(field, "target", target),
    drafter: iidModel(field, "drafter", drafter),
    prompt: "",
    lookahead,
    candidates: 2,
  });
}
