import { at as itemAt } from "../num/at.ts";
import type { Text } from "./text.ts";
import type { Token, Vocabulary } from "./vocabulary.ts";

/** Tokens of `vocabulary` that start at `at` in `text`, shortest first. */
const tokensAt = <V extends string>(vocabulary: Vocabulary<V>, text: Text, at: number): Token<V>[] => {
  const found: Token<V>[] = [];
  for (let end = at + 1; end <= text.length; end++) {
    const token = vocabulary.find(text.slice(at, end));
    if (token !== undefined) found.push(token);
  }
  return found;
};

/** How many ways there are to draft one text. */
export interface SegmentationCounts {
  /** Ways to write the text as a concatenation of tokens. */
  readonly segmentations: bigint;
  /**
   * Drafter passes that $\psi$ of this text costs: the inner nodes of the tree of its segmentations, the root included;
   * that is, the ways to write a proper prefix whose rest can be written too.
   */
  readonly passes: bigint;
}

/** Counts the segmentations of `text` without listing them. Dynamic programming, $O(|text|^2)$ look-ups. */
export function countSegmentations<V extends string>(vocabulary: Vocabulary<V>, text: Text): SegmentationCounts {
  const { length } = text;
  const ways: bigint[] = new Array(length + 1).fill(0n);
  ways[0] = 1n;
  const ends: number[][] = [];
  for (let at = 0; at < length; at++) {
    const here = itemAt(ways, at);
    const reached: number[] = [];
    ends.push(reached);
    if (here === 0n) continue;
    for (let end = at + 1; end <= length; end++) {
      if (vocabulary.find(text.slice(at, end)) === undefined) continue;
      reached.push(end);
      ways[end] = itemAt(ways, end) + here;
    }
  }
  const completes: boolean[] = new Array(length + 1).fill(false);
  completes[length] = true;
  let passes = 0n;
  for (let at = length - 1; at >= 0; at--) {
    completes[at] = itemAt(ends, at).some((end) => completes[end]);
    if (completes[at]) passes += itemAt(ways, at);
  }
  return { segmentations: itemAt(ways, length), passes };
}

/** Every way to write `text` as a concatenation of tokens, one after another on demand, shortest first token first. */
export function* segmentations<V extends string>(
  vocabulary: Vocabulary<V>,
  text: Text,
  at = 0,
): Generator<Token<V>[], void, undefined> {
  if (at === text.length) {
    yield [];
    return;
  }
  for (const token of tokensAt(vocabulary, text, at)) {
    for (const rest of segmentations(vocabulary, text, at + vocabulary.text(token).length)) yield [token, ...rest];
  }
}
