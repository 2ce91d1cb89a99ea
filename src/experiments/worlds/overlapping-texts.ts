import type { Random } from "../../core/handlers/sample.ts";
import type { Text } from "../../core/vocab/text.ts";

/** The strings of two vocabularies. */
export interface TextPair {
  readonly target: readonly Text[];
  readonly drafter: readonly Text[];
}

/** The same values in random order. */
export function shuffled<A>(values: readonly A[], random: Random): A[] {
  const mixed = values.slice();
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as A, mixed[last] as A];
  }
  return mixed;
}

/**
 * Two vocabularies of `size` strings each, of which `shared` are the same.
 *
 * The first $2 \cdot size - shared$ strings of the pool are dealt at random. Single letters are shared first, as in real
 * vocabularies, so that each side can spell every text wherever the overlap allows it.
 */
export function overlappingTexts(pool: readonly Text[], size: number, shared: number, random: Random): TextPair {
  const used = pool.slice(0, 2 * size - shared);
  const letters = used.filter((text) => text.length === 1);
  const mixed = [
    ...shuffled(letters, random),
    ...shuffled(
      used.filter((text) => text.length > 1),
      random,
    ),
  ];
  const both = mixed.slice(0, shared);
  const own = mixed.slice(shared);
  return {
    target: [...both, ...own.filter((_, at) => at % 2 === 0)],
    drafter: [...both, ...own.filter((_, at) => at % 2 === 1)],
  };
}
