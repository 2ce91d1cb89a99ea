import type { Text } from "./text.ts";
import type { Token, Vocabulary } from "./vocabulary.ts";

/** A deterministic map from text to tokens of one vocabulary. It never yields the stop token. */
export interface Tokenizer<V extends string> {
  readonly vocabulary: Vocabulary<V>;
  /** Does it cut off the longest token that is a prefix, again and again? Then ψ has a closed form on the trie. */
  readonly cutsLongestPrefix: boolean;
  /** The merges of byte-pair encoding, where a world file can say them. */
  readonly merges?: readonly (readonly [Text, Text])[];
  /** $T(\text{text})$: the tokens cut off up to the first place where none fits; the rest of the text is ignored. */
  encode(text: Text): Token<V>[];
  /** The tokens of a model's context: characters that no token can spell are dropped, and tokenising goes on. */
  encodeDropping(text: Text): Token<V>[];
  /**
   * Splits what {@link encodeDropping} does to a growing text: `tokens` stay the same whatever is appended, and
   * `encodeDropping(text + more)` is `tokens` followed by `encodeDropping(pending + more)`.
   */
  settle(text: Text): { tokens: Token<V>[]; pending: Text };
  /** Can the pending text of {@link settle} grow without bound? Then a growing text may have infinitely many states. */
  readonly pendingGrows: boolean;
  /**
   * Can the first token of `encode(text + more)` no longer depend on `more`? False when unsure.
   * True also where no first token fits, and none ever will.
   */
  firstSettled(text: Text): boolean;
}
