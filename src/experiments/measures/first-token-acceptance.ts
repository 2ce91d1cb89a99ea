import { algorithms } from "../../algorithms/registry.ts";
import { decide } from "../../handlers/decide.ts";
import type { DecidableField } from "../../num/field.ts";
import type { World } from "../../worlds/world.ts";

/**
 * The algorithms with an acceptance of their own. The block and multi-token variants accept their first token exactly as
 * the plain one does: they have its formula.
 */
export const ACCEPTING = ["sd", "greedy-draft", "rrs", "k-seq", "union", "tli", "slem", "slrs"] as const;

/** The acceptance of each of {@link ACCEPTING} that fits, by its closed formula; null where it does not fit. */
export const firstTokenAcceptance = <W>(
  field: DecidableField<W>,
  world: World<W>,
): Record<(typeof ACCEPTING)[number], W | null> => {
  const entries = ACCEPTING.map((name) => {
    const algorithm = algorithms.find(({ id }) => id === name);
    if (algorithm?.acceptance === undefined || !(algorithm.fits?.(world) ?? true)) return [name, null];
    return [name, decide(field, algorithm.acceptance(world))];
  });
  return Object.fromEntries(entries);
};
