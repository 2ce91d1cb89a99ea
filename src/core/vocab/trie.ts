import { at as itemAt } from "../num/at.ts";
import type { Text } from "./text.ts";
import type { Token } from "./token.ts";

/** A vocabulary's texts by their prefixes; the stop token, which has none, is left out. */
export interface Trie<V extends string> {
  /** The number of nodes; the root is node 0 and children have larger numbers than their parents. */
  readonly size: number;
  /** The length of the longest text, in bytes. */
  readonly depth: number;
  /** The children of each node, by byte. */
  readonly children: readonly ReadonlyMap<number, number>[];
  /** The parent of each node; of the root, itself. */
  readonly parent: readonly number[];
  /** The tokens whose text ends at each node; of several with the same bytes, the one that tokenising yields is first. */
  readonly tokens: readonly (readonly Token<V>[])[];
}

/** What of a vocabulary is read. */
interface Texts<V extends string> {
  readonly size: number;
  readonly eos: Token<V> | null;
  text(token: Token<V>): Text;
  find(text: Text): Token<V> | undefined;
}

const build = <V extends string>(vocabulary: Texts<V>): Trie<V> => {
  const children: Map<number, number>[] = [new Map()];
  const parent = [0];
  const tokens: Token<V>[][] = [[]];
  let depth = 0;
  for (let id = 0; id < vocabulary.size; id++) {
    const t = id as Token<V>;
    const text = vocabulary.text(t);
    if (t === vocabulary.eos) continue;
    depth = Math.max(depth, text.length);
    let node = 0;
    for (let at = 0; at < text.length; at++) {
      const byte = text.charCodeAt(at);
      const here = itemAt(children, node);
      let next = here.get(byte);
      if (next === undefined) {
        next = children.length;
        children.push(new Map());
        parent.push(node);
        tokens.push([]);
        here.set(byte, next);
      }
      node = next;
    }
    const ending = itemAt(tokens, node);
    if (vocabulary.find(text) === t) ending.unshift(t);
    else ending.push(t);
  }
  return { size: children.length, depth, children, parent, tokens };
};

/** Builds the trie of a vocabulary when it is first asked for, and keeps it: a vocabulary owns its own. */
export function keptTrie<V extends string>(vocabulary: () => Texts<V>): () => Trie<V> {
  let trie: Trie<V> | undefined;
  return () => {
    trie ??= build(vocabulary());
    return trie;
  };
}
