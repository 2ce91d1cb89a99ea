import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { BadRound } from "../../core/decode/position.ts";
import { BudgetExceeded } from "../../core/handlers/budget.ts";
import { EndlessRound } from "../../core/handlers/program-error.ts";
import type { DecidableField } from "../../core/num/field.ts";
import type { World } from "../../core/worlds/world.ts";
import { contextClasses, type Limits } from "../tiers/enumeration/contexts.ts";
import type { Breach } from "./breach.ts";

/**
 * Every round ends, emits at least one token and nothing after a stop token, so that n rounds always reach n tokens or a
 * stop token.
 *
 * That a round ends is decided by enumeration: a round with more runs than `limits.paths` counts as one that does not end.
 *
 * @example
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1" });
 * checkTerminates(rational, coins, algorithmOf("slem"), defaultLimits); // → undefined
 * const silent = stateless("silent", () => () => ({ emitted: [] }));
 * checkTerminates(rational, coins, silent, defaultLimits).law; // → "terminates"
 */
export function terminates<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  limits: Limits,
): Breach | undefined {
  try {
    contextClasses(field, world, algorithm, limits);
    return undefined;
  } catch (error) {
    if (!(error instanceof BadRound || error instanceof BudgetExceeded || error instanceof EndlessRound)) throw error;
    return { law: "terminates", at: "a reachable context", found: error.message, expected: "a round that ends" };
  }
}
