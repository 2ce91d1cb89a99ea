import { drafterContext, promptTokens } from "../../core/algorithms/parts/committed.ts";
import { firstTokenLaw } from "../../core/algorithms/parts/first-token-law.ts";
import { at } from "../../core/num/at.ts";
import { type DecidableField, sum } from "../../core/num/field.ts";
import { longestPrefix } from "../../core/vocab/longest-prefix.ts";
import type { Text } from "../../core/vocab/text.ts";
import { tokensOf, vocabulary } from "../../core/vocab/vocabulary.ts";
import { createWorld, type World } from "../../core/worlds/world.ts";

/**
 * The most that any lossless algorithm can accept of one draft, when accepting means to emit a target token that the
 * drafted text begins with: an optimal transport from drafted texts to target tokens.
 *
 * A draft that goes down the target's trie as far as node $v$ may serve any token on the way to $v$. The sets of drafts
 * that serve a token are nested or disjoint, so the transport is found from the deepest node up: at each token, as much of
 * its probability as the drafts below it that are still free. How far drafts go is $\psi$ of the same world with every
 * prefix of a token made a token.
 */
export function transportBound<W>(field: DecidableField<W>, world: World<W>): W {
  const { target } = world;
  const trie = target.tokenizer.vocabulary.trie();
  const texts: Text[] = [""];
  trie.children.forEach((children, node) => {
    for (const [byte, child] of children) texts[child] = at(texts, node) + String.fromCharCode(byte);
  });
  const prefixes = texts.slice(1);
  const tokenizer = longestPrefix(vocabulary("target", prefixes, prefixes, null));
  const nothing = () => {
    throw new Error("the law of prefixes is not asked for");
  };
  const all = createWorld({ ...world, target: { ...target, tokenizer, next: nothing, score: nothing } });
  const reached = firstTokenLaw(all, drafterContext(world, promptTokens(world)));
  const free: W[] = Array.from({ length: trie.size }, () => field.zero);
  // Prefix number t is node t + 1.
  for (const t of reached.support) free[t + 1] = reached.weight(t);
  const p = target.next(promptTokens(world));
  const moved: W[] = [];
  for (let node = trie.size - 1; node > 0; node--) {
    let here = free[node] as W;
    for (const token of at(trie.tokens, node)) {
      const amount = field.min(here, p.weight(token));
      moved.push(amount);
      here = field.monus(here, amount);
    }
    const above = at(trie.parent, node);
    free[above] = field.add(free[above] as W, here);
  }
  return sum(field, moved);
}

/** $p(T \cap D)$ at the world's prompt: no algorithm that proposes shared tokens only accepts more. */
export function sharedMass<W>({ field, target, shared, prompt }: World<W>): W {
  const p = target.next(target.tokenizer.encode(prompt));
  return sum(
    field,
    tokensOf(target.tokenizer.vocabulary)
      .filter((token) => shared.toDrafter(token) !== undefined)
      .map((token) => p.weight(token)),
  );
}
