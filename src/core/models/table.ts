import type { Dist } from "../law/dist.ts";
import type { Tokenizer } from "../vocab/tokenizer.ts";
import type { Token } from "../vocab/vocabulary.ts";
import { markov, type Row } from "./markov.ts";
import type { LanguageModel } from "./model.ts";

/** A model with one law for each whole context, prompt included: the most general history dependence. */
export function table<W, V extends string>(
  tokenizer: Tokenizer<V>,
  rows: readonly Row<W, V>[],
  otherwise?: Dist<W, Token<V>>,
  period = 1,
): LanguageModel<W, V> {
  return markov(tokenizer, Number.POSITIVE_INFINITY, rows, otherwise, period);
}
