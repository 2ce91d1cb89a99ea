import { type Dist, weightsOf } from "../../law/dist.ts";
import { at } from "../../num/at.ts";
import type { Field } from "../../num/field.ts";
import type { Trie } from "../../vocab/trie.ts";
import type { Token } from "../../vocab/vocabulary.ts";

/** For each node of the drafter's trie, the mass of the tokens whose text begins with it; undefined where there are none. */
export type Masses<W> = readonly (W | undefined)[];

/** The masses below the nodes of the drafter's trie under a law: one pass over the trie, once for each law. */
export function massBelow<W>(field: Field<W>, pieces: Trie<"drafter">): (q: Dist<W, Token<"drafter">>) => Masses<W> {
  const nodeOf = new Map<Token<"drafter">, number>();
  pieces.tokens.forEach((ending, node) => {
    for (const d of ending) nodeOf.set(d, node);
  });
  const known = new WeakMap<Dist<W, Token<"drafter">>, Masses<W>>();
  return (q) => {
    const made = known.get(q);
    if (made !== undefined) return made;
    const masses: (W | undefined)[] = new Array(pieces.size).fill(undefined);
    const add = (node: number, mass: W): void => {
      const before = masses[node];
      masses[node] = before === undefined ? mass : field.add(before, mass);
    };
    const weights = weightsOf(q);
    q.support.forEach((d, i) => {
      const node = nodeOf.get(d);
      if (node !== undefined) add(node, weights[i] as W);
    });
    for (let node = pieces.size - 1; node > 0; node--) {
      const mass = masses[node];
      if (mass !== undefined) add(at(pieces.parent, node), mass);
    }
    known.set(q, masses);
    return masses;
  };
}
