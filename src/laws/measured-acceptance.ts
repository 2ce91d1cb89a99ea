import type { Algorithm } from "../algorithms/algorithm.ts";
import { begin, oneRound } from "../decode/position.ts";
import { enumerate } from "../handlers/enumerate.ts";
import type { DecidableField } from "../num/field.ts";
import type { World } from "../worlds/world.ts";

/**
 * The enumerated probability that the first proposed target token is accepted, at the world's prompt; undefined when the
 * algorithm does not say how much it accepts.
 */
export const measuredAcceptance = <W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
): W | undefined => {
  let total: W | undefined = field.zero;
  enumerate(field, oneRound(world, algorithm, begin(world, algorithm)), ({ accepted }, weight) => {
    if (accepted === undefined) total = undefined;
    else if (total !== undefined && accepted > 0) total = field.add(total, weight);
  });
  return total;
};
