import type { Token } from "./vocabulary.ts";

/** Ids below this are one character of a key, larger ones two: the first has its top bit set. */
const ONE = 0x8000;

/** A short string that names a sequence of token ids, injectively, cheaper to make than a joined list. */
export function sequenceKey<V extends string>(tokens: readonly Token<V>[]): string {
  let key = "";
  for (const token of tokens) {
    key += token < ONE ? String.fromCharCode(token) : String.fromCharCode(ONE | (token >>> 16), token & 0xffff);
  }
  return key;
}
