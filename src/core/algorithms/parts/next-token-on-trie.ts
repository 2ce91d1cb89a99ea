import { type Dist, dist } from "../../law/dist.ts";
import { at as itemAt } from "../../num/at.ts";
import type { Text } from "../../vocab/text.ts";
import type { Trie } from "../../vocab/trie.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { type Masses, massBelow } from "./mass-below.ts";

type DrafterLaw<W> = Dist<W, Token<"drafter">>;

/** Drafts on their way that end in one drafter state: what is left of their text once the tokens before are cut off. */
export interface Pending<W> {
  readonly context: readonly Token<"drafter">[];
  readonly drafted: number;
  /** Nothing more is drafted: the cap, or the drafter's stop token. */
  readonly ended: boolean;
  readonly text: Text;
  weight: W;
}

/** Drafts whose text is that of a node of the target's trie and may go on, with the law that they go on by. */
export interface Spelled<W> {
  readonly context: readonly Token<"drafter">[];
  readonly drafted: number;
  weight: W;
  q?: DrafterLaw<W>;
}

/** What is known of the next token of some drafts. */
export interface NextToken<W> {
  /** The mass of the drafts by their next token; those without one are left out. */
  readonly psi: Dist<W, Token<"target">>;
  /** For each node of the target's trie, the drafts that spelt it on the way. */
  readonly spelled: readonly ReadonlyMap<string, Spelled<W>>[];
}

/** The node that a text leads to, and whether the trie has all of it; its longest token is the last one met on the way. */
export function descend(texts: Trie<"target">, text: Text): { node: number; inside: boolean } {
  let node = 0;
  for (let at = 0; at < text.length; at++) {
    const next = texts.children[node]?.get(text.charCodeAt(at));
    if (next === undefined) return { node, inside: false };
    node = next;
  }
  return { node, inside: true };
}

/** For each node of the target's trie, the longest token on the way down to it. */
export function lastTokens(texts: Trie<"target">): (Token<"target"> | undefined)[] {
  const last: (Token<"target"> | undefined)[] = [];
  for (let node = 0; node < texts.size; node++) {
    // Nothing is listed above the root, which has no token.
    last.push(texts.tokens[node]?.[0] ?? last[itemAt(texts.parent, node)]);
  }
  return last;
}

/**
 * The mass of drafts by their next token, for targets that cut off the longest prefix, on the target's trie.
 *
 * The next token is the last one met on the way down the trie when the pending text leaves it, or ends. Drafts that spell
 * a node's text exactly are kept as one weight for each drafter state; from there the target's trie and the drafter's are
 * walked together, and all drafter tokens that leave at one branch leave with their common mass. Cost: the nodes of the
 * target's trie times the drafter states met there, and one pass over the drafter's trie for each law. Where `counting`,
 * drafts of different numbers of tokens are kept apart.
 */
export function nextTokenOnTrie<W>(world: World<W>, counting: boolean): (front: Iterable<Pending<W>>) => NextToken<W> {
  const { field, target, drafter, lookahead } = world;
  const { eos } = drafter.tokenizer.vocabulary;
  const texts = target.tokenizer.vocabulary.trie();
  const pieces = drafter.tokenizer.vocabulary.trie();
  const massesBelow = massBelow(field, pieces);
  const last = lastTokens(texts);
  /** Of all nodes that no draft meets, which are most: a map for each would be most of the memory of a tree of prefixes. */
  const none = new Map<string, Spelled<W>>();

  return (front) => {
    const psi = new Map<Token<"target">, W>();
    const spelled = new Array<Map<string, Spelled<W>>>(texts.size).fill(none);
    /** The text has left the trie at `node`, or ends there. */
    const leave = (node: number, weight: W): void => {
      const token = last[node];
      if (token === undefined) return;
      const before = psi.get(token);
      psi.set(token, before === undefined ? weight : field.add(before, weight));
    };
    const stay = (node: number, from: Spelled<W>): void => {
      const state = drafter.state(from.context);
      const key = counting ? `${from.drafted}/${state}` : state;
      const met = itemAt(spelled, node);
      const here = met === none ? new Map<string, Spelled<W>>() : met;
      spelled[node] = here;
      const same = here.get(key);
      if (same === undefined) here.set(key, from);
      else same.weight = field.add(same.weight, from.weight);
    };
    const walk = (from: Spelled<W>, q: DrafterLaw<W>, masses: Masses<W>, node: number, piece: number): void => {
      const onward = itemAt(texts.children, node);
      const drafted = from.drafted + 1;
      for (const [byte, below] of itemAt(pieces.children, piece)) {
        const mass = masses[below];
        if (mass === undefined) continue;
        const next = onward.get(byte);
        const settled = next === undefined || texts.children[next]?.size === 0;
        if (settled) {
          leave(next ?? node, field.mul(from.weight, mass));
          continue;
        }
        for (const d of itemAt(pieces.tokens, below)) {
          const weight = field.mul(from.weight, q.weight(d));
          if (drafted === lookahead) leave(next, weight);
          else stay(next, { context: from.context.concat(d), drafted, weight });
        }
        walk(from, q, masses, next, below);
      }
    };

    for (const { context, drafted, ended, text, weight } of front) {
      const { node, inside } = descend(texts, text);
      if (ended || !inside || texts.children[node]?.size === 0) leave(node, weight);
      else stay(node, { context, drafted, weight });
    }
    // Children have larger numbers than their parents: all that spells a node's text is known when it is reached.
    spelled.forEach((states, node) => {
      for (const from of states.values()) {
        const q = drafter.next(from.context);
        from.q = q;
        if (eos !== null) leave(node, field.mul(from.weight, q.weight(eos)));
        walk(from, q, massesBelow(q), node, 0);
      }
    });
    return { psi: dist(field, [...psi.keys()], [...psi.values()]), spelled };
  };
}
