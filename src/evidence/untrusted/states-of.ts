import type { Algorithm, Committed } from "../../core/algorithms/algorithm.ts";
import { drafterTextState } from "../../core/algorithms/parts/committed.ts";
import type { World } from "../../core/worlds/world.ts";
import { valueName } from "./value-name.ts";

/** Which of the drafter's states a round depends on, or that nothing less than its whole context will do. */
export type Uses = { readonly same: boolean; readonly text: boolean } | "whole";

/** Names what a round may depend on besides the target's state: positions with one name have one law. */
export function statesOf<W, S>(
  world: World<W>,
  uses: Uses,
  { stateIsContext }: Algorithm<S>,
): (state: unknown) => string {
  if (stateIsContext !== true) return valueName;
  return (state) => {
    const committed = state as Committed;
    if (uses === "whole") return committed.join();
    const same = uses.same ? world.drafter.state(world.sameTokens(committed)) : "";
    return `${same}/${uses.text ? drafterTextState(world, committed) : ""}`;
  };
}
