import type { Algorithm } from "../../algorithms/algorithm.ts";
import { BadRound } from "../../decode/position.ts";
import { decide } from "../../handlers/decide.ts";
import type { DecidableField } from "../../num/field.ts";
import type { World } from "../../worlds/world.ts";
import type { Contexts } from "../contexts.ts";
import { acceptedMass } from "../measured-acceptance.ts";

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
