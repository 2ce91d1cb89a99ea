import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import type { Rational } from "../../../core/num/rational.ts";
import type { World } from "../../../core/worlds/world.ts";
import type { Difference } from "./difference.ts";
import { compareGenerations, provedGenerations } from "./generations.ts";
import { beyondLimits, generationBudget, type OracleLimits, oracleLimits } from "./limits.ts";
import type { Oracle } from "./oracle.ts";

/** A difference in what is generated, with the budget at which it shows. */
export interface GeneratedDifference extends Difference {
  readonly budget: number;
}

/**
 * The shortest generation whose law differs from that of the proved functions of `wounded`: an alarm on faults, and none
 * on other algorithms that are lossless too. Undefined where nothing differs up to the limits, and null where nothing can
 * be compared. Whoever asks about many algorithms hands the same `generations` to all.
 */
export function oracleRefutes<S>(
  oracle: Oracle,
  world: World<Rational>,
  algorithm: Algorithm<S>,
  wounded: string,
  limits: OracleLimits = oracleLimits,
  generations = provedGenerations(oracle),
): GeneratedDifference | undefined | null {
  if (!oracle.algorithms.includes(wounded) || beyondLimits(world, wounded, limits) !== undefined) return null;
  const most = generationBudget(world, wounded, limits);
  for (let budget = 1; budget <= most; budget++) {
    const { asked, difference } = compareGenerations(generations, world, algorithm, wounded, budget);
    if (!asked) return budget === 1 ? null : undefined;
    if (difference !== undefined) return { ...difference, budget };
  }
  return undefined;
}
