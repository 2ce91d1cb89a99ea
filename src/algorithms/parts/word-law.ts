import { type Dist, dist, nothing } from "../../dist/dist.ts";
import type { Field } from "../../num/field.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import type { Enough } from "./draft-text.ts";
import { eachDraftedText } from "./each-drafted-text.ts";

/** All words that begin alike: their mass $\Psi(s)$, and how they go on. */
interface Prefix<W> {
  mass: W;
  readonly next: Map<Token<"target">, Prefix<W>>;
  /** The law of the next token, once it was asked for. */
  law?: Dist<W, Token<"target">>;
}

/** What is known of the proposed word's law: the law of the next token after a prefix. */
export type NextOfWord<W> = (prefix: readonly Token<"target">[]) => Dist<W, Token<"target">>;

/**
 * The law of the word $\Phi = T(\text{drafted text})$, as next-token laws: $Q(x \mid s) = \Psi(s x) / \Psi(s)$ with
 * $\Psi(s)$ the probability that $\Phi$ begins with $s$. A sub-law: what is missing is the chance that the word ends at $s$.
 */
export const wordLaw = <W>(world: World<W>, start: readonly Token<"drafter">[], enough: Enough): NextOfWord<W> => {
  const { field, target } = world;
  const root: Prefix<W> = { mass: field.zero, next: new Map() };
  eachDraftedText(world, start, enough, (text, weight) => {
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
    if (at === undefined) return nothing(field);
    at.law ??= conditional(field, at);
    return at.law;
  };
};

const conditional = <W>(field: Field<W>, { mass, next }: Prefix<W>): Dist<W, Token<"target">> =>
  dist(
    field,
    [...next.keys()],
    [...next.values()].map((child) => field.div(child.mass, mass)),
  );
