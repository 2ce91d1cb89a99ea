import { at } from "../num/at.ts";
import { printable } from "./printable.ts";
import type { Text } from "./text.ts";
import type { Token } from "./token.ts";
import { keptTrie, type Trie } from "./trie.ts";

export type { Side, Token } from "./token.ts";

/** A finite set of tokens, each the text it stands for; a stop token, if any, has a role and no text. */
export interface Vocabulary<V extends string> {
  readonly name: V;
  readonly size: number;
  readonly eos: Token<V> | null;
  /** The bytes of a token; empty for the stop token. */
  text(token: Token<V>): Text;
  /** The token with exactly these bytes; never the stop token. */
  find(text: Text): Token<V> | undefined;
  /** How the token is written for people: a line that a terminal shows and does not obey. */
  label(token: Token<V>): string;
  /** Its texts by their prefixes, built when first asked for. */
  trie(): Trie<V>;
}

/** A vocabulary of the given distinct, non-empty texts; `eos` is the index of the stop token, whose text is ignored. */
export function vocabulary<V extends string>(
  name: V,
  texts: readonly Text[],
  labels: readonly string[],
  eos: number | null,
): Vocabulary<V> {
  const byText = new Map<Text, Token<V>>();
  texts.forEach((text, token) => {
    if (token !== eos && !byText.has(text)) byText.set(text, token as Token<V>);
  });
  const made: Vocabulary<V> = {
    name,
    size: texts.length,
    eos: eos as Token<V> | null,
    text: (token) => (token === eos ? "" : at(texts, token)),
    find: (text) => byText.get(text),
    label: (token) => printable(at(labels, token)),
    trie: keptTrie(() => made),
  };
  return made;
}

/** All tokens, in the vocabulary's order. */
export function tokensOf<V extends string>(vocabulary: Vocabulary<V>): Token<V>[] {
  return Array.from({ length: vocabulary.size }, (_, token) => token as Token<V>);
}

/**
 * The text that a sequence of tokens spells.
 *
 * @example
 * const { vocabulary } = world({ target: "ab 1/2, c 1/2", drafter: "a 1" }).target.tokenizer;
 * spell(vocabulary, [1, 0]); // → "cab"
 */
export function spell<V extends string>(vocabulary: Vocabulary<V>, tokens: readonly Token<V>[]): Text {
  let text = "";
  for (const token of tokens) text += vocabulary.text(token);
  return text;
}

/**
 * A sequence of tokens for people: `a·ab·<eos>`.
 *
 * @example
 * const { vocabulary } = world({ target: "ab 1/2, c 1/2", drafter: "a 1" }).target.tokenizer;
 * showTokens(vocabulary, [1, 0]); // → "c·ab"
 */
export function showTokens<V extends string>(vocabulary: Vocabulary<V>, tokens: readonly Token<V>[]): string {
  return tokens.map((token) => vocabulary.label(token)).join("·");
}
