import type { Text } from "./text.ts";
import type { Tokenizer } from "./tokenizer.ts";
import { type Token, tokensOf, type Vocabulary } from "./vocabulary.ts";

/**
 * Longest-prefix tokenising (maximal munch): cut off the longest token that is a prefix, again and again, from the left.
 *
 * A pending text is *open* while it is a proper prefix of some token, the empty text included: only then can later
 * letters change the token that is cut from it.
 */
export function longestPrefix<V extends string>(vocabulary: Vocabulary<V>): Tokenizer<V> {
  const proper = new Set<Text>([""]);
  let longest = 0;
  for (const token of tokensOf(vocabulary)) {
    const text = vocabulary.text(token);
    longest = Math.max(longest, text.length);
    for (let length = 1; length < text.length; length++) proper.add(text.slice(0, length));
  }

  const longestAt = (text: Text, at: number): Token<V> | undefined => {
    for (let length = Math.min(longest, text.length - at); length > 0; length--) {
      const token = vocabulary.find(text.slice(at, at + length));
      if (token !== undefined) return token;
    }
    return undefined;
  };

  /** Cuts tokens from `at` until `done(at)`; returns where it stopped. */
  const cut = (text: Text, tokens: Token<V>[], dropping: boolean, done: (at: number) => boolean): number => {
    let at = 0;
    while (!done(at)) {
      const token = longestAt(text, at);
      if (token !== undefined) {
        tokens.push(token);
        at += vocabulary.text(token).length;
      } else if (dropping) at++;
      else break;
    }
    return at;
  };

  const encodeWith = (dropping: boolean) => (text: Text) => {
    const tokens: Token<V>[] = [];
    cut(text, tokens, dropping, (at) => at === text.length);
    return tokens;
  };

  return {
    vocabulary,
    encode: encodeWith(false),
    encodeDropping: encodeWith(true),
    settle: (text) => {
      const tokens: Token<V>[] = [];
      const at = cut(text, tokens, true, (at) => proper.has(text.slice(at)));
      return { tokens, pending: text.slice(at) };
    },
    cutsLongestPrefix: true,
    pendingGrows: false,
    firstSettled: (text) => !proper.has(text),
  };
}
