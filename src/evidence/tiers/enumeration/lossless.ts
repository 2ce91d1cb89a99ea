import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { BudgetExceeded } from "../../../core/handlers/budget.ts";
import { at } from "../../../core/num/at.ts";
import { type DecidableField, sum } from "../../../core/num/field.ts";
import type { World } from "../../../core/worlds/world.ts";
import { acceptedMass } from "../../claims/measured-acceptance.ts";
import type { Verdict } from "../verdict.ts";
import { findWitness } from "../witness.ts";
import { type Contexts, contextClasses, defaultLimits, type Limits } from "./contexts.ts";
import { roundGap } from "./round-gap.ts";

/** Longest horizon, in tokens, searched for a difference in what is generated from the prompt. */
const LONGEST_WITNESS = 8;

/**
 * The enumeration tier: is the law of what is emitted exactly the target's?
 *
 * If one round, completed with target samples, has the target's law from every context that a round can start from, then
 * so has every number of rounds. A round that fails is a refutation only when what is generated from the prompt differs
 * too; otherwise the answer is `unknown`.
 */
export function lossless<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  limits: Limits = defaultLimits,
): Verdict {
  const row = { world: world.name, algorithm: algorithm.id, tier: "enumeration" } as const;
  let contexts: Contexts<W, S>;
  try {
    contexts = contextClasses(field, world, algorithm, limits);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const nothing = { gap: null, acceptance: null, expectedTokens: null, contexts: null };
    return { ...row, verdict: "unknown", scope: "horizon ≤ 0", ...nothing, why: error.message };
  }
  return judged(field, world, algorithm, contexts);
}

/** The verdict on rounds whose laws are known. */
export function judged<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  { classes, horizon }: Contexts<W, S>,
): Verdict {
  const row = { world: world.name, algorithm: algorithm.id, tier: "enumeration" } as const;
  let gap = field.zero;
  for (const { position, rounds } of classes) {
    const emissions = rounds.map(({ value, weight }) => ({ emitted: value.emitted, weight }));
    const here = roundGap(field, world.target, position.context, emissions);
    if (field.compare(here, gap) > 0) gap = here;
  }
  const first = at(classes, 0).rounds;
  const accepted = acceptedMass(field, first);
  const tokens = first.map(({ value, weight }) => field.mul(weight, field.ratio(BigInt(value.emitted.length), 1n)));
  const measured = {
    scope: horizon === undefined ? "every horizon" : `horizon ≤ ${horizon}`,
    gap: field.print(gap),
    acceptance: accepted === undefined ? null : field.print(accepted),
    expectedTokens: field.print(sum(field, tokens)),
    contexts: classes.length,
  };
  // A gap of exactly 0 leaves no mass missing and none too much.
  if (field.isZero(gap)) return { ...row, verdict: "proved", ...measured };
  const witness = findWitness(field, world, algorithm, Math.min(LONGEST_WITNESS, horizon ?? LONGEST_WITNESS));
  if (witness !== undefined) return { ...row, verdict: "refuted", ...measured, witness };
  const why = "a round differs from the target, but what is generated from the prompt does not, as far as was searched";
  return { ...row, verdict: "unknown", ...measured, why };
}
