import { countSegmentations } from "../../core/vocab/segmentations.ts";
import type { Text } from "../../core/vocab/text.ts";
import type { Token, Vocabulary } from "../../core/vocab/vocabulary.ts";

/**
 * The distinct drafter contexts in which a draft can stand on its way to spell a text: a lower bound on the drafter passes of
 * any exact computation of $\psi$, since the law in each of them changes the result.
 */
export interface ContextsOfToken {
  /** For a drafter that reads the drafted text only: one a byte, at most. */
  readonly text: number;
  /** For a drafter that reads the last token only. */
  readonly lastToken: number;
  /** For a drafter that reads all tokens: one for every way to spell a prefix. */
  readonly history: bigint;
}

/** Counts them without listing drafts, $O(|text|^2)$ look-ups. */
export function contextsOfToken<V extends string>(vocabulary: Vocabulary<V>, text: Text): ContextsOfToken {
  const { length } = text;
  const tokenAt = (from: number, to: number): Token<V> | undefined => vocabulary.find(text.slice(from, to));
  const reached: boolean[] = [true];
  const completes: boolean[] = [];
  for (let to = 1; to <= length; to++) {
    reached[to] = false;
    for (let from = 0; from < to && !reached[to]; from++)
      reached[to] = reached[from] === true && tokenAt(from, to) !== undefined;
  }
  completes[length] = true;
  for (let from = length - 1; from >= 0; from--) {
    completes[from] = false;
    for (let to = length; to > from && !completes[from]; to--)
      completes[from] = completes[to] === true && tokenAt(from, to) !== undefined;
  }
  let texts = 0;
  let lastTokens = 0;
  for (let at = 0; at < length; at++) {
    if (!reached[at] || !completes[at]) continue;
    texts++;
    if (at === 0) lastTokens++;
    for (let from = 0; from < at; from++) if (reached[from] && tokenAt(from, at) !== undefined) lastTokens++;
  }
  return { text: texts, lastToken: lastTokens, history: countSegmentations(vocabulary, text).passes };
}
