import { type Dist, dist, weightsOf } from "../../dist/dist.ts";
import type { Field } from "../../num/field.ts";
import { type Trie, trieOf } from "../../vocab/trie.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";

type DrafterLaw<W> = Dist<W, Token<"drafter">>;

/** Drafts that spell a node's text exactly and end in one drafter state. */
interface Spelled<W> {
  readonly context: readonly Token<"drafter">[];
  readonly drafted: number;
  weight: W;
}

/**
 * $\psi$ for targets that cut off the longest prefix, on the target's trie.
 *
 * The first token is the last one met on the way down the trie when the drafted text leaves it, or ends. Drafts that spell
 * a node's text exactly are kept as one weight for each drafter state; from there the target's trie and the drafter's are
 * walked together, and all drafter tokens that leave at one branch leave with their common mass. Cost: the nodes of the
 * target's trie times the drafter states met there, and one pass over the drafter's trie for each law. Drafting on after
 * the first token is settled would not change $\psi$.
 */
export const firstTokenOnTrie = <W>(world: World<W>, start: readonly Token<"drafter">[]): Dist<W, Token<"target">> => {
  const { field, target, drafter, lookahead } = world;
  const { eos } = drafter.tokenizer.vocabulary;
  const texts = trieOf(target.tokenizer.vocabulary);
  const pieces = trieOf(drafter.tokenizer.vocabulary);
  const massesBelow = massBelow(field, pieces);
  const last = lastTokens(texts);
  // Every drafted token has a byte: a text no longer than the lookahead is never cut short, however it was drafted.
  const capBinds = lookahead < texts.depth;
  const psi = new Map<Token<"target">, W>();
  const spelled: Map<string, Spelled<W>>[] = Array.from({ length: texts.size }, () => new Map());

  /** The text has left the trie at `node`, or ends there. */
  const leave = (node: number, weight: W): void => {
    const first = last[node];
    if (first === undefined) return;
    const before = psi.get(first);
    psi.set(first, before === undefined ? weight : field.add(before, weight));
  };
  const spell = (from: Spelled<W>, d: Token<"drafter">, node: number, weight: W): void => {
    const drafted = from.drafted + 1;
    if (drafted === lookahead) {
      leave(node, weight);
      return;
    }
    const context = from.context.concat(d);
    const key = capBinds ? `${drafted}/${drafter.state(context)}` : drafter.state(context);
    const here = spelled[node] as Map<string, Spelled<W>>;
    const same = here.get(key);
    if (same === undefined) here.set(key, { context, drafted, weight });
    else same.weight = field.add(same.weight, weight);
  };
  const walk = (from: Spelled<W>, q: DrafterLaw<W>, masses: Masses<W>, node: number, piece: number): void => {
    const onward = texts.children[node] as ReadonlyMap<number, number>;
    for (const [byte, below] of pieces.children[piece] as ReadonlyMap<number, number>) {
      const mass = masses[below];
      if (mass === undefined) continue;
      const next = onward.get(byte);
      const settled = next === undefined || texts.children[next]?.size === 0;
      if (settled) {
        leave(next ?? node, field.mul(from.weight, mass));
        continue;
      }
      for (const d of pieces.tokens[below] as readonly Token<"drafter">[]) {
        spell(from, d, next, field.mul(from.weight, q.weight(d)));
      }
      walk(from, q, masses, next, below);
    }
  };

  (spelled[0] as Map<string, Spelled<W>>).set("", { context: start, drafted: 0, weight: field.one });
  // Children have larger numbers than their parents: all that spells a node's text is known when it is reached.
  spelled.forEach((states, node) => {
    for (const from of states.values()) {
      const q = drafter.next(from.context);
      if (eos !== null) leave(node, field.mul(from.weight, q.weight(eos)));
      walk(from, q, massesBelow(q), node, 0);
    }
  });
  return dist(field, [...psi.keys()], [...psi.values()]);
};

/** For each node of the drafter's trie, the mass of the tokens whose text begins with it; undefined where there are none. */
type Masses<W> = readonly (W | undefined)[];

const massBelow = <W>(field: Field<W>, pieces: Trie<"drafter">): ((q: DrafterLaw<W>) => Masses<W>) => {
  const nodeOf = new Map<Token<"drafter">, number>();
  pieces.tokens.forEach((ending, node) => {
    for (const d of ending) nodeOf.set(d, node);
  });
  const known = new WeakMap<DrafterLaw<W>, Masses<W>>();
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
      if (mass !== undefined) add(pieces.parent[node] as number, mass);
    }
    known.set(q, masses);
    return masses;
  };
};

/** For each node of the target's trie, the longest token on the way down to it. */
const lastTokens = (texts: Trie<"target">): (Token<"target"> | undefined)[] => {
  const last: (Token<"target"> | undefined)[] = [];
  for (let node = 0; node < texts.size; node++) {
    last.push(texts.tokens[node]?.[0] ?? (node === 0 ? undefined : last[texts.parent[node] as number]));
  }
  return last;
};
