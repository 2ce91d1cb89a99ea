import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { BadRound } from "../../core/decode/position.ts";
import { decide } from "../../core/handlers/decide.ts";
import type { DecidableField } from "../../core/num/field.ts";
import type { World } from "../../core/worlds/world.ts";
import { acceptedMass } from "../claims/measured-acceptance.ts";
import type { Contexts } from "../tiers/enumeration/contexts.ts";

/** Where an algorithm has a closed formula for its acceptance, it must be what its first round was found to accept. */
export function requireFormula<W, S>(
  field: DecidableField<W>,
  seen: World<W>,
  algorithm: Algorithm<S>,
  { classes }: Contexts<W, unknown>,
): void {
  if (algorithm.acceptance === undefined) return;
  const formula = decide(field, algorithm.acceptance(seen));
  const measured = acceptedMass(field, classes[0]?.rounds ?? []);
  if (measured === undefined) {
    throw new BadRound("the algorithm has a formula for its acceptance, and its rounds do not say what they accept");
  }
  if (field.equal(formula, measured)) return;
  throw new BadRound(
    `the formula for the acceptance says ${field.print(formula)} after the prompt, where the round accepts with probability ${field.print(measured)}`,
  );
}
