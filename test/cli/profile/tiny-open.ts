import type { OpenTokenizer } from "../../../src/cli/tokenizer-files/open-tokenizer.ts";
import { realTokenizer } from "../../../src/vocab/real-tokenizer.ts";
import { realVocabulary } from "../../../src/vocab/real-vocabulary.ts";
import type { TokenizerJson } from "../../../src/vocab/tokenizer-json.ts";

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
