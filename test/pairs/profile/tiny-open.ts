import { realTokenizer } from "../../../src/core/vocab/real-tokenizer.ts";
import { realVocabulary } from "../../../src/core/vocab/real-vocabulary.ts";
import type { TokenizerJson } from "../../../src/core/vocab/tokenizer-json.ts";
import type { OpenTokenizer } from "../../../src/pairs/tokenizer-files/open-tokenizer.ts";

/** A tokenizer as if it had been read from a file. */
export const tinyOpen = <V extends string>(
  side: V,
  json: TokenizerJson,
  eos?: string,
  name = "tiny",
): OpenTokenizer<V> => {
  const vocabulary = realVocabulary(side, json, eos);
  return { name, file: `${name}.json`, json, vocabulary, tokenizer: () => realTokenizer(vocabulary, json, {}) };
};
