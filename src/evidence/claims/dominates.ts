import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import type { DecidableField } from "../../core/num/field.ts";
import type { World } from "../../core/worlds/world.ts";
import type { Breach } from "./breach.ts";
import { measuredAcceptance } from "./measured-acceptance.ts";

/**
 * One algorithm accepts the first proposed token at least as often as another, at the world's prompt.
 *
 * @example
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1/2, ab 1/2" });
 * checkDominates(rational, coins, algorithmOf("tli"), algorithmOf("union")); // → undefined
 */
export function dominates<W>(
  field: DecidableField<W>,
  world: World<W>,
  better: Algorithm,
  worse: Algorithm,
): Breach | undefined {
  const most = measuredAcceptance(field, world, better);
  const least = measuredAcceptance(field, world, worse);
  if (most !== undefined && least !== undefined && field.compare(least, most) <= 0) return undefined;
  const shown = (value: W | undefined): string => (value === undefined ? "unknown" : field.print(value));
  return {
    law: "dominates",
    at: "the prompt",
    found: `${better.id} accepts with probability ${shown(most)}`,
    expected: `at least ${shown(least)}, as ${worse.id} does`,
  };
}
