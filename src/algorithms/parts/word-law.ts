import { type Dist, dist, nothing } from "../../dist/dist.ts";
import type { Field } from "../../num/field.ts";
import type { Text } from "../../vocab/text.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { type Enough, finished } from "./draft-text.ts";

/** All words that begin alike: their mass $\Psi(s)$, and how they go on. */
interface Prefix<W> {
  mass: W;
  readonly next: Map<Token<"target">, Prefix<W>>;
  /** The law of the next token, once it was asked for. */
  law?: Dist<W, Token<"target">>;
}

/** What is known of the proposed word's law: the law of the next token after a prefix. */
export type NextOfWord<W> = (prefix: readonly Token<"target">[]) => Dist<W, Token<"target">>;

/** Drafted texts on their way, equal drafter states with equal texts added up. */
interface Node<W> {
  readonly context: readonly Token<"drafter">[];
  readonly text: Text;
  weight: W;
}

/** The exact law of the text that {@link draftText} drafts: `visit` gets every finished text with a share of its mass. */
export const eachDraftedText = <W>(
  world: World<W>,
  start: readonly Token<"drafter">[],
  enough: Enough,
  visit: (text: Text, weight: W) => void,
): void => {
  const { field, drafter } = world;
  let layer: Node<W>[] = [{ context: start, text: "", weight: field.one }];
  for (let drafted = 1; layer.length > 0; drafted++) {
    const following = new Map<string, Node<W>>();
    for (const node of layer) {
      const q = drafter.next(node.context);
      for (const d of q.support) {
        const weight = field.mul(node.weight, q.weight(d));
        const text = node.text + drafter.tokenizer.vocabulary.text(d);
        if (finished(world, enough, text, drafted, d)) {
          visit(text, weight);
          continue;
        }
        const context = node.context.concat(d);
        const key = `${drafter.state(context)}/${text}`;
        const same = following.get(key);
        if (same) same.weight = field.add(same.weight, weight);
        else following.set(key, { context, text, weight });
      }
    }
    layer = [...following.values()];
  }
};

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
