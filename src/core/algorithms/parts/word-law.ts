import { dist, nothing } from "../../law/dist.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { type Beginning, beginning, type WordLaw } from "./beginning.ts";
import { never } from "./draft-text.ts";
import { eachDraftedText } from "./each-drafted-text.ts";
import { wordOnTrie } from "./word-on-trie.ts";

/** All words that begin alike: their mass $\Psi(s)$, and how they go on. */
interface Prefix<W> {
  mass: W;
  readonly next: Map<Token<"target">, Prefix<W>>;
  /** What is told of it, once it was asked for. */
  told?: Beginning<W>;
}

/** The same law from every drafted text, for any tokenizer; equal drafter states with equal texts are added up. */
export function wordsOfTexts<W>(world: World<W>, start: readonly Token<"drafter">[]): WordLaw<W> {
  const { field, target } = world;
  const root: Prefix<W> = { mass: field.zero, next: new Map() };
  eachDraftedText(world, start, never, (text, weight) => {
    let at = root;
    at.mass = field.add(at.mass, weight);
    for (const token of target.tokenizer.encode(text)) {
      let child = at.next.get(token);
      if (child === undefined) {
        child = { mass: field.zero, next: new Map() };
        at.next.set(token, child);
      }
      at = child;
      at.mass = field.add(at.mass, weight);
    }
  });
  return (prefix) => {
    let at: Prefix<W> | undefined = root;
    for (const token of prefix) at = at?.next.get(token);
    if (at === undefined) return beginning(field, field.zero, nothing(field));
    const { mass, next } = at;
    const masses = (): W[] => Array.from(next.values(), (child) => child.mass);
    at.told ??= beginning(field, mass, dist(field, [...next.keys()], masses()));
    return at.told;
  };
}

/**
 * The law of the word $\Phi = T(\text{drafted text})$, drafted to the cap or the stop token: $\Psi(s)$ is the probability
 * that $\Phi$ begins with $s$.
 */
export function wordLaw<W>(world: World<W>, start: readonly Token<"drafter">[]): WordLaw<W> {
  return world.target.tokenizer.cutsLongestPrefix ? wordOnTrie(world, start) : wordsOfTexts(world, start);
}
