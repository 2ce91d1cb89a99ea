import { type Dist, dist } from "../law/dist.ts";
import type { Field } from "../num/field.ts";
import type { Text } from "../vocab/text.ts";
import type { Tokenizer } from "../vocab/tokenizer.ts";
import { type Token, tokensOf } from "../vocab/vocabulary.ts";
import { type LanguageModel, scoreByNext } from "./model.ts";

/** What is added to every count: the fraction `numerator / denominator`, zero for the bare frequencies. */
export interface Added {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Adds nothing: tokens never seen after a context have probability zero there. */
const NOTHING: Added = { numerator: 0n, denominator: 1n };

/**
 * An n-gram model counted from texts, its laws exact fractions of the counts, in any field.
 *
 * With $n(c\,x)$ the number of times token $x$ follows the tokens $c$, and $c$ the longest run of at most `order` last
 * tokens that was ever followed by anything (back-off: a context never seen is shortened from the left),
 * $q(x \mid c) = (n(c\,x) + k) / (\sum_y n(c\,y) + k\,|V|)$.
 *
 * `texts` are tokenised one by one, dropping what no token spells; where the vocabulary has a stop token it follows the
 * last token of each text and is counted with the others. Counts of no text at all give the uniform law.
 */
export function ngram<W, V extends string>(
  field: Field<W>,
  tokenizer: Tokenizer<V>,
  order: number,
  texts: Iterable<Text>,
  added: Added = NOTHING,
): LanguageModel<W, V> {
  const { vocabulary } = tokenizer;
  const counts = countFollowers(tokenizer, order, texts);
  const laws = new Map<string, Dist<W, Token<V>>>();

  /** The longest last tokens, at most `order`, that something followed. */
  const state = (context: readonly Token<V>[]): string => {
    for (let length = Math.min(order, context.length); length > 0; length--) {
      const key = context.slice(-length).join();
      if (counts.has(key)) return key;
    }
    return "";
  };

  const lawOf = (followers: ReadonlyMap<Token<V>, bigint>): Dist<W, Token<V>> => {
    const { numerator: k, denominator } = followers.size === 0 ? { numerator: 1n, denominator: 1n } : added;
    const support = tokensOf(vocabulary).filter((token) => k > 0n || followers.has(token));
    const weights = support.map((token) => (followers.get(token) ?? 0n) * denominator + k);
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    return dist(
      field,
      support,
      weights.map((weight) => field.ratio(weight, total)),
    );
  };

  const next = (context: readonly Token<V>[]): Dist<W, Token<V>> => {
    const key = state(context);
    const law = laws.get(key) ?? lawOf(counts.get(key) ?? new Map());
    laws.set(key, law);
    return law;
  };
  return { tokenizer, order, period: 1, next, score: scoreByNext(next), state };
}

/** How often each token follows each run of at most `order` tokens; runs are named by their ids. */
const countFollowers = <V extends string>(
  tokenizer: Tokenizer<V>,
  order: number,
  texts: Iterable<Text>,
): Map<string, Map<Token<V>, bigint>> => {
  const counts = new Map<string, Map<Token<V>, bigint>>();
  for (const text of texts) {
    const tokens = tokenizer.encodeDropping(text);
    if (tokenizer.vocabulary.eos !== null && tokens.length > 0) tokens.push(tokenizer.vocabulary.eos);
    tokens.forEach((token, at) => {
      for (let length = 0; length <= Math.min(order, at); length++) {
        const key = tokens.slice(at - length, at).join();
        const followers = counts.get(key) ?? new Map<Token<V>, bigint>();
        followers.set(token, (followers.get(token) ?? 0n) + 1n);
        counts.set(key, followers);
      }
    });
  }
  return counts;
};
