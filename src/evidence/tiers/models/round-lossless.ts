import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { begin, oneRound } from "../../../core/decode/position.ts";
import { answered } from "../../../core/handlers/answered.ts";
import { BudgetExceeded } from "../../../core/handlers/budget.ts";
import { enumerateSuspended } from "../../../core/handlers/enumerate.ts";
import type { Accumulator, DecidableField } from "../../../core/num/field.ts";
import type { World } from "../../../core/worlds/world.ts";
import { type Emission, roundGap } from "../enumeration/round-gap.ts";
import type { Verdict } from "../verdict.ts";
import { FoldedEmissions } from "./folded-emissions.ts";

/**
 * One round from the world's prompt, enumerated on models that take time: is its law, completed with target samples,
 * exactly the target's?
 *
 * The models' laws are those that are sampled, as exact fractions, asked for as the algorithm asks. What the verdict
 * covers is this round: the first token of every generation from here, and all that the round emits beyond it. A round
 * that differs is refuted where its first token's law does, which no later round can mend; else it stays unknown.
 */
export async function roundLossless<W, S>(
  field: DecidableField<W>,
  world: World<W>,
  algorithm: Algorithm<S>,
  paths: number,
): Promise<Verdict> {
  const start = begin(world, algorithm);
  const emissions = new FoldedEmissions(field, world.target, start.context);
  const [mass, accepted, length] = [field.zero, field.zero, field.zero].map(field.accumulator) as [
    Accumulator<W>,
    Accumulator<W>,
    Accumulator<W>,
  ];
  const row = { world: world.name, algorithm: algorithm.id, tier: "enumeration", contexts: 1 } as const;
  const scope = `horizon ≤ 1: one round from this context, lookahead ${world.lookahead}`;
  const round = await answered(() => oneRound(world, algorithm, start));
  try {
    const budget = { paths, states: paths };
    await enumerateSuspended(
      field,
      round,
      ({ emitted, accepted: kept = 0 }, weight) => {
        emissions.add(emitted, weight);
        mass.add(weight);
        if (kept > 0) accepted.add(weight);
        length.add(field.mul(weight, field.ratio(BigInt(emitted.length), 1n)));
      },
      { budget },
    );
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const nothing = { gap: null, acceptance: null, expectedTokens: null };
    return { ...row, verdict: "unknown", scope: "horizon ≤ 0", ...nothing, why: error.message };
  }
  const emitted = [...emissions.emissions()];
  const gapOf = (all: readonly Emission<W>[]): Promise<W> =>
    answered(() => roundGap(field, world.target, start.context, all));
  const firstTokenGap = (): Promise<W> =>
    gapOf(emitted.map(({ emitted: tokens, weight }) => ({ emitted: tokens.slice(0, 1), weight })));
  const gap = await gapOf(emitted);
  const whole = field.equal(mass.total(), field.one);
  const measured = {
    scope,
    gap: field.print(gap),
    acceptance: field.print(accepted.total()),
    expectedTokens: field.print(length.total()),
  };
  if (whole && field.isZero(gap)) return { ...row, verdict: "proved", ...measured };
  if (whole && field.isZero(await firstTokenGap())) {
    const why = "a round differs from the target, but not in the law of its first token";
    return { ...row, verdict: "unknown", ...measured, why };
  }
  const why = whole
    ? "the law of the first token is not the target's"
    : `the outcomes of a round have mass ${field.print(mass.total())}`;
  return { ...row, verdict: "refuted", ...measured, why };
}
