import type { Text } from "./text.ts";
import type { Tokenizer } from "./tokenizer.ts";
import type { Token } from "./vocabulary.ts";

/**
 * The same tokenizer for a text that grows: what is settled is tokenised once, and only the rest again.
 *
 * It is {@link Tokenizer.settle}'s promise that makes this the same map. The last text is remembered; one that does not
 * begin with its settled part starts anew.
 */
export function growing<V extends string>(tokenizer: Tokenizer<V>): Tokenizer<V> {
  let settled: Text = "";
  let tokens: Token<V>[] = [];
  return {
    ...tokenizer,
    encodeDropping: (text) => {
      if (!text.startsWith(settled)) {
        settled = "";
        tokens = [];
      }
      const fresh = text.slice(settled.length);
      const more = tokenizer.settle(fresh);
      settled = text.slice(0, text.length - more.pending.length);
      tokens = tokens.concat(more.tokens);
      return more.pending === "" ? tokens.slice() : tokens.concat(tokenizer.encodeDropping(more.pending));
    },
  };
}
