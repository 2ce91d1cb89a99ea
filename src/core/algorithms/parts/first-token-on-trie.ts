import type { Dist } from "../../law/dist.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { nextTokenOnTrie } from "./next-token-on-trie.ts";

/**
 * $\psi$ for targets that cut off the longest prefix, on the target's trie. Drafting on after the first token is settled
 * would not change it.
 */
export function firstTokenOnTrie<W>(world: World<W>, start: readonly Token<"drafter">[]): Dist<W, Token<"target">> {
  const { field, target, lookahead } = world;
  // Every drafted token has a byte: a text no longer than the lookahead is never cut short, however it was drafted.
  const capBinds = lookahead < target.tokenizer.vocabulary.trie().depth;
  const nothing = { context: start, drafted: 0, ended: false, text: "", weight: field.one };
  return nextTokenOnTrie(world, capBinds)([nothing]).psi;
}
