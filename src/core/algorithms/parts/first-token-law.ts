import { type Dist, dist } from "../../law/dist.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { firstSettled } from "./draft-text.ts";
import { eachDraftedText } from "./each-drafted-text.ts";
import { firstTokenOnTrie } from "./first-token-on-trie.ts";

/**
 * $\psi(t)$: the probability that the drafted text, tokenised by the target, begins with $t$; for **all** $t$ from one
 * pass over the draft tree.
 *
 * It is the push-forward of exactly the drafting that `draftText` does, to the cap or until the first token is settled:
 * the two have one law of the first token. A draft whose text the target cannot begin to spell proposes nothing, so
 * $\psi$ may be a sub-law. Longest-prefix targets are walked on their trie; for others, drafts with the same drafter
 * state and text are merged. Either way the cost is that of the distinct drafter states, exponential only when the
 * drafter reads its whole token history.
 */
export function firstTokenLaw<W>(world: World<W>, start: readonly Token<"drafter">[]): Dist<W, Token<"target">> {
  const { field, target } = world;
  if (target.tokenizer.cutsLongestPrefix) return firstTokenOnTrie(world, start);
  const psi = new Map<Token<"target">, W>();
  eachDraftedText(world, start, firstSettled(world), (text, weight) => {
    const [first] = target.tokenizer.encode(text);
    if (first !== undefined) psi.set(first, field.add(psi.get(first) ?? field.zero, weight));
  });
  return dist(field, [...psi.keys()], [...psi.values()]);
}
