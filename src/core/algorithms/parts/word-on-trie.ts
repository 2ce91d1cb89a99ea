import { mass } from "../../law/dist.ts";
import { sum } from "../../num/field.ts";
import type { Token } from "../../vocab/vocabulary.ts";
import type { World } from "../../worlds/world.ts";
import { type Beginning, beginning, type WordLaw } from "./beginning.ts";
import { type NextToken, nextTokenOnTrie, type Pending } from "./next-token-on-trie.ts";
import { pendingAfter } from "./pending-after.ts";

/** The drafts whose word begins with one prefix. */
interface Prefix<W> {
  readonly front: readonly Pending<W>[];
  readonly next: NextToken<W>;
  readonly told: Beginning<W>;
  readonly after: Map<Token<"target">, Prefix<W>>;
}

/**
 * The law of the word T(drafted text), drafted to the cap, for targets that cut off the longest prefix: from the drafts
 * that a prefix leaves pending, the masses of all next tokens at once. Only prefixes that are asked for are looked at; the
 * cost of each is that of `nextTokenOnTrie`, polynomial where the drafter's state is short.
 */
export function wordOnTrie<W>(world: World<W>, start: readonly Token<"drafter">[]): WordLaw<W> {
  const { field, drafter } = world;
  const nextToken = nextTokenOnTrie(world, true);
  const after = pendingAfter(world);
  const prefix = (front: readonly Pending<W>[], total: (next: NextToken<W>) => W): Prefix<W> => {
    const next = nextToken(front);
    return { front, next, told: beginning(field, total(next), next.psi), after: new Map() };
  };
  const weights = (front: readonly Pending<W>[]): W =>
    sum(
      field,
      front.map(({ weight }) => weight),
    );
  let root: Prefix<W> | undefined;
  const find = (word: readonly Token<"target">[]): Prefix<W> => {
    // The first draft's law may be a sub-law; it was asked for already, unless the target has no token with text.
    root ??= prefix([{ context: start, drafted: 0, ended: false, text: "", weight: field.one }], ({ spelled }) =>
      mass(field, spelled[0]?.values().next().value?.q ?? drafter.next(start)),
    );
    let at = root;
    for (const token of word) {
      let onward = at.after.get(token);
      if (onward === undefined) {
        const front = after(at.front, at.next.spelled, token);
        onward = prefix(front, () => weights(front));
        at.after.set(token, onward);
      }
      at = onward;
    }
    return at;
  };
  return (word) => find(word).told;
}
