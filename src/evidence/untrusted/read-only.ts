import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import type { World } from "../../core/worlds/world.ts";
import { guarded } from "./guarded.ts";
import { readOnlyWorld } from "./read-only-world.ts";
import { valueName } from "./value-name.ts";
import { Watch } from "./watch.ts";

/** Somebody's algorithm for handlers that look at single rounds: it sees every world read-only, and its results are copies. */
export function readOnly<S>(algorithm: Algorithm<S>): Algorithm<unknown> {
  const watch = new Watch();
  const shown = new WeakMap<object, object>();
  const see = <W>(world: World<W>): World<W> => {
    const known = shown.get(world) ?? readOnlyWorld(world, watch);
    shown.set(world, known);
    return known as World<W>;
  };
  return guarded(algorithm, see, watch, valueName);
}
