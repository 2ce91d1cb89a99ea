import type { Text } from "./text.ts";
import type { Tokenizer } from "./tokenizer.ts";
import type { Token } from "./vocabulary.ts";

const MOST = 100_000;
const LONGEST = 64;

/** The same tokenizer with a memory for the tokens of short texts: laws of drafted texts ask for the same ones each round. */
export function remembering<V extends string>(tokenizer: Tokenizer<V>): Tokenizer<V> {
  const known = new Map<Text, Token<V>[]>();
  return {
    ...tokenizer,
    encode: (text) => {
      if (text.length > LONGEST) return tokenizer.encode(text);
      const found = known.get(text) ?? tokenizer.encode(text);
      if (known.size < MOST) known.set(text, found);
      return found.slice();
    },
  };
}
