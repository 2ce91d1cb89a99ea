import { type Dist, lazyDist } from "../law/dist.ts";
import { at as itemAt } from "../num/at.ts";
import type { Tokenizer } from "../vocab/tokenizer.ts";
import { showTokens, type Token } from "../vocab/vocabulary.ts";
import { MissingRow } from "./missing-row.ts";
import { type LanguageModel, scoreBy } from "./model.ts";

/** One law of a table: after exactly these last tokens, at this position modulo the period. */
export interface Row<W, V extends string> {
  readonly context: readonly Token<V>[];
  readonly position: number;
  readonly next: Dist<W, Token<V>>;
}

/** Rows by their contexts, read from the last token backwards. */
interface Node<W, V extends string> {
  law?: Dist<W, Token<V>>;
  readonly before: Node<W, V>[];
}

/**
 * An order-k Markov model: the law depends on the last k tokens (fewer at the start of the text) and, with a period n, on
 * the number of tokens before it modulo n. `otherwise` serves contexts without a row.
 */
export function markov<W, V extends string>(
  tokenizer: Tokenizer<V>,
  order: number,
  rows: readonly Row<W, V>[],
  otherwise?: Dist<W, Token<V>>,
  period = 1,
): LanguageModel<W, V> {
  const roots: Node<W, V>[] = Array.from({ length: period }, () => ({ before: [] }));
  for (const { context, position, next } of rows) {
    let node = itemAt(roots, position);
    for (const token of context.toReversed()) {
      node.before[token] ??= { before: [] };
      node = node.before[token];
    }
    node.law = next;
  }

  /** The law after the first `length` tokens; undefined where no row serves them. */
  const find = (tokens: readonly Token<V>[], length: number): Dist<W, Token<V>> | undefined => {
    let node: Node<W, V> | undefined = roots[length % period];
    const first = Math.max(0, length - order);
    for (let at = length - 1; at >= first && node !== undefined; at--) node = node.before[tokens[at] as number];
    return node?.law ?? otherwise;
  };
  const next = (context: readonly Token<V>[]): Dist<W, Token<V>> => {
    const law = find(context, context.length);
    if (law !== undefined) return law;
    throw new MissingRow(tokenizer.vocabulary.name, showTokens(tokenizer.vocabulary, context));
  };
  // A row may be missing where the target never comes: only looking at it is an error.
  const lawAfter = (tokens: readonly Token<V>[], length: number): Dist<W, Token<V>> =>
    find(tokens, length) ?? lazyDist(() => next(tokens.slice(0, length)));

  return {
    tokenizer,
    order,
    period,
    next,
    score: scoreBy(lawAfter),
    state: (context) => `${context.length % period}:${order === 0 ? "" : context.slice(-order).join()}`,
  };
}
