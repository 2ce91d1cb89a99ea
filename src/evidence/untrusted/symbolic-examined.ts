import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { type Rational, rational } from "../../core/num/rational.ts";
import type { World } from "../../core/worlds/world.ts";
import type { Limits } from "../tiers/enumeration/contexts.ts";
import { type SymbolicOptions, symbolicLossless } from "../tiers/symbolic/symbolic-lossless.ts";
import type { Verdict } from "../tiers/verdict.ts";
import { examined } from "./examined.ts";
import { readOnly } from "./read-only.ts";

/**
 * The symbolic tier for code that is not trusted: it is looked at exactly in this world first, since what that refutes is not
 * lossless for all laws either.
 *
 * @throws RuleBreach where the program broke the rules of the language.
 */
export async function symbolicExamined<S>(
  world: World<Rational>,
  algorithm: Algorithm<S>,
  options: SymbolicOptions,
  limits?: Limits,
  theirs: World<Rational> = world,
): Promise<Verdict> {
  const exactly = examined(rational, world, algorithm, limits, theirs);
  return exactly.verdict === "refuted" ? exactly : symbolicLossless(world, readOnly(algorithm), options);
}
