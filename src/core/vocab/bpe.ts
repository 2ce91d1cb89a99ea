import { at as itemAt } from "../num/at.ts";
import { characters, type Text } from "./text.ts";
import type { Tokenizer } from "./tokenizer.ts";
import type { Token, Vocabulary } from "./vocabulary.ts";

/** Pieces that a tokenizer remembers. */
const MOST_KNOWN = 10_000;

/**
 * Byte-pair encoding without pre-tokenisation: start from single symbols; while a listed pair is adjacent, merge the
 * earliest-listed one, leftmost first. A merge whose result is not in the vocabulary is refused.
 *
 * `split` gives the first symbols: characters, or single bytes. Between two adjacent symbols x, y no merge can ever cross
 * unless some merge's left part ends with x and its right part begins with y: texts settle at such boundaries.
 */
export function bytePairEncoding<V extends string>(
  vocabulary: Vocabulary<V>,
  merges: readonly (readonly [Text, Text])[],
  split: (text: Text) => Text[] = characters,
): Tokenizer<V> {
  const rank = new Map<Text, Map<Text, number>>();
  /** For each symbol, those that a merge may join to its right. */
  const after = new Map<Text, Set<Text>>();
  merges.forEach(([left, right], order) => {
    if (vocabulary.find(left + right) === undefined) return;
    const ranks = rank.get(left) ?? new Map<Text, number>();
    if (!ranks.has(right)) rank.set(left, ranks.set(right, order));
    const [x, y] = [split(left).at(-1) as Text, itemAt(split(right), 0)];
    after.set(x, (after.get(x) ?? new Set()).add(y));
  });
  const isCrossable = (x: Text, y: Text): boolean => after.get(x)?.has(y) === true;

  /** Merges what lies between two boundaries that no merge crosses. */
  const merged = (parts: Text[]): Text[] => {
    for (;;) {
      let best = Number.POSITIVE_INFINITY;
      let at = -1;
      for (let i = 0; i + 1 < parts.length; i++) {
        const order = rank.get(itemAt(parts, i))?.get(itemAt(parts, i + 1));
        if (order !== undefined && order < best) {
          best = order;
          at = i;
        }
      }
      if (at < 0) return parts;
      parts.splice(at, 2, itemAt(parts, at) + itemAt(parts, at + 1));
    }
  };

  /** Contexts that grow have the same pieces again and again. */
  const known = new Map<Text, readonly Text[]>();
  const mergedOnce = (parts: Text[]): readonly Text[] => {
    if (parts.length === 1) return parts;
    const text = parts.join("");
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = merged(parts);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, now);
    return now;
  };

  /** Every symbol after merging, those outside the vocabulary included. */
  const symbols = (text: Text): Text[] => {
    const parts = split(text);
    const all: Text[] = [];
    for (let start = 0, end = 1; end <= parts.length; end++) {
      if (end < parts.length && isCrossable(itemAt(parts, end - 1), itemAt(parts, end))) continue;
      for (const symbol of mergedOnce(parts.slice(start, end))) all.push(symbol);
      start = end;
    }
    return all;
  };

  const tokens = (parts: Text[]): (Token<V> | undefined)[] => parts.map((part) => vocabulary.find(part));

  /** The boundaries, in bytes from the start, that no merge can cross whatever is appended. */
  const boundaries = (text: Text): number[] => {
    const parts = split(text);
    const found: number[] = [];
    let at = 0;
    for (let i = 0; i + 1 < parts.length; i++) {
      at += itemAt(parts, i).length;
      const [here, next] = [itemAt(parts, i), itemAt(parts, i + 1)];
      if (!isCrossable(here, next) && isWhole(next)) found.push(at);
    }
    return found;
  };

  /** A last byte of an unfinished character may still join with later bytes into another first symbol. */
  const isWhole = (symbol: Text): boolean => symbol.length > 1 || symbol.charCodeAt(0) < 0x80 || split !== characters;

  const encodeDropping = (text: Text): Token<V>[] =>
    tokens(symbols(text)).filter((token): token is Token<V> => token !== undefined);

  return {
    vocabulary,
    encode: (text) => {
      const all = tokens(symbols(text));
      const gap = all.indexOf(undefined);
      return (gap < 0 ? all : all.slice(0, gap)) as Token<V>[];
    },
    encodeDropping,
    settle: (text) => {
      const at = boundaries(text).at(-1) ?? 0;
      return { tokens: encodeDropping(text.slice(0, at)), pending: text.slice(at) };
    },
    cutsLongestPrefix: false,
    merges,
    pendingGrows: hasCycle(after),
    firstSettled: (text) => boundaries(text).length > 0,
  };
}

/** Is there a walk without end? */
const hasCycle = (edges: ReadonlyMap<Text, ReadonlySet<Text>>): boolean => {
  const finished = new Set<Text>();
  const visit = (symbol: Text, open: ReadonlySet<Text>): boolean => {
    if (open.has(symbol)) return true;
    if (finished.has(symbol)) return false;
    const deeper = new Set(open).add(symbol);
    for (const next of edges.get(symbol) ?? []) if (visit(next, deeper)) return true;
    finished.add(symbol);
    return false;
  };
  return [...edges.keys()].some((symbol) => visit(symbol, new Set()));
};
