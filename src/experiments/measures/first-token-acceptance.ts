import { algorithms } from "../../core/algorithms/registry.ts";
import { decide } from "../../core/handlers/decide.ts";
import type { DecidableField } from "../../core/num/field.ts";
import type { World } from "../../core/worlds/world.ts";

/**
 * The algorithms with an acceptance of their own. The block and multi-token variants accept their first token exactly as
 * the plain one does: they have its formula.
 */
export const ACCEPTING = [
  "sd",
  "greedy-draft",
  "rrs",
  "k-seq",
  "union",
  "tli",
  "slem",
  "slrs",
  "slrs-hybrid",
  "slrs-pair",
] as const;

type Accepting = (typeof ACCEPTING)[number];

/** The acceptance of each of those asked for, by its closed formula; null for the others and where it does not fit. */
export function firstTokenAcceptance<W>(
  field: DecidableField<W>,
  world: World<W>,
  asked: readonly Accepting[] = ACCEPTING,
): Record<Accepting, W | null> {
  const entries = ACCEPTING.map((name) => {
    const algorithm = algorithms.find(({ id }) => id === name);
    const fits = asked.includes(name) && (algorithm?.fits?.(world) ?? true);
    return [name, fits && algorithm?.acceptance ? decide(field, algorithm.acceptance(world)) : null];
  });
  return Object.fromEntries(entries);
}
