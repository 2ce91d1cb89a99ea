import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { decide } from "../../core/handlers/decide.ts";
import type { DecidableField } from "../../core/num/field.ts";
import type { World } from "../../core/worlds/world.ts";
import type { Breach } from "./breach.ts";
import { measuredAcceptance } from "./measured-acceptance.ts";

/**
 * The closed formula for the acceptance is exactly what enumeration of a round finds, at the world's prompt.
 *
 * @example
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1/2, b 1/2" });
 * checkAcceptance(rational, coins, algorithmOf("sd")); // → undefined
 * checkAcceptance(rational, coins, { ...algorithmOf("sd"), acceptance: () => () => rational.one }).found; // → "5/6"
 */
export function acceptance<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
): Breach | undefined {
  if (algorithm.acceptance === undefined) return undefined;
  const formula = decide(field, algorithm.acceptance(world));
  const measured = measuredAcceptance(field, world, algorithm);
  if (measured !== undefined && field.equal(measured, formula)) return undefined;
  const found = measured === undefined ? "a round that does not say what it accepts" : field.print(measured);
  return { law: "acceptance", at: "the prompt", found, expected: `the formula's ${field.print(formula)}` };
}
