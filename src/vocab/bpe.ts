import { characters, type Text } from "./text.ts";
import type { Tokenizer } from "./tokenizer.ts";
import type { Token, Vocabulary } from "./vocabulary.ts";

/**
 * Byte-pair encoding without pre-tokenisation: start from single symbols; while a listed pair is adjacent, merge the
 * earliest-listed one, leftmost first. A merge whose result is not in the vocabulary is refused.
 *
 * `split` gives the first symbols: characters, or single bytes. Between two adjacent symbols x, y no merge can ever cross
 * unless some merge's left part ends with x and its right part begins with y: texts settle at such boundaries.
 */
export const bytePairEncoding = <V extends string>(
  vocabulary: Vocabulary<V>,
  merges: readonly (readonly [Text, Text])[],
  split: (text: Text) => Text[] = characters,
): Tokenizer<V> => {
  const pair = (left: Text, right: Text): string => `${left.length}:${left}${right}`;
  const rank = new Map<string, number>();
  const crossable = new Set<string>();
  /** For each symbol, those that a merge may join to its right. */
  const after = new Map<Text, Set<Text>>();
  merges.forEach(([left, right], order) => {
    if (vocabulary.find(left + right) === undefined) return;
    if (!rank.has(pair(left, right))) rank.set(pair(left, right), order);
    const [x, y] = [split(left).at(-1) as Text, split(right)[0] as Text];
    crossable.add(pair(x, y));
    after.set(x, (after.get(x) ?? new Set()).add(y));
  });

  /** Every symbol after merging, those outside the vocabulary included. */
  const symbols = (text: Text): Text[] => {
    const parts = split(text);
    for (;;) {
      let best = Number.POSITIVE_INFINITY;
      let at = -1;
      for (let i = 0; i + 1 < parts.length; i++) {
        const order = rank.get(pair(parts[i] as Text, parts[i + 1] as Text));
        if (order !== undefined && order < best) {
          best = order;
          at = i;
        }
      }
      if (at < 0) return parts;
      parts.splice(at, 2, (parts[at] as Text) + (parts[at + 1] as Text));
    }
  };

  const tokens = (parts: Text[]): (Token<V> | undefined)[] => parts.map((part) => vocabulary.find(part));

  /** The boundaries, in bytes from the start, that no merge can cross whatever is appended. */
  const boundaries = (text: Text): number[] => {
    const parts = split(text);
    const found: number[] = [];
    let at = 0;
    for (let i = 0; i + 1 < parts.length; i++) {
      at += (parts[i] as Text).length;
      if (!crossable.has(pair(parts[i] as Text, parts[i + 1] as Text)) && isWhole(parts[i + 1] as Text)) found.push(at);
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
};

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
