import { detectable } from "./detectable.ts";
import { drawCounts, type Uniform } from "./draw-counts.ts";
import { requireCounts, requireLaw, requireWhole } from "./refusals.ts";
import type { Statistic } from "./statistic.ts";
import { judge, type Rates, requireRates, type StatisticalVerdict } from "./verdict.ts";

/**
 * A goodness-of-fit test whose p-value is simulated under the law: exact at every sample size, without merging cells.
 *
 * Under the law the observed statistic and the simulated ones are exchangeable, hence $P(p \le \alpha) \le \alpha$
 * whatever the counts. `detectable` is that of the chi-squared limit. Source: Barnard 1963; Davison and Hinkley 1997,
 * 4.2.
 */
export function monteCarloTest(
  statistic: Statistic,
  counts: readonly number[],
  law: readonly number[],
  rates: Rates,
  rounds: number,
  uniform: Uniform,
): StatisticalVerdict {
  requireRates(rates);
  requireLaw(law);
  requireRounds(rounds, rates.alpha);
  const samples = requireCounts(counts, law.length);
  const value = statistic(counts, law);
  const pValue =
    value === Infinity ? 0 : rankPValue(value, rounds, () => statistic(drawCounts(law, samples, uniform), law));
  return judge(
    {
      test: "monte-carlo",
      samples,
      statistic: value,
      pValue,
      detectable: detectable(samples, law.filter((p) => p > 0).length, rates),
      basis: "asymptotic",
    },
    rates,
  );
}

/** Two values of one statistic closer than this are a tie: the order of a sum must not decide a test. */
export const tieTolerance = 1e-9;

/** Refuses so few rounds that no p-value could reach `alpha`: $1/(B+1) \le \alpha$. */
export function requireRounds(rounds: number, alpha: number): void {
  requireWhole(rounds, 1, "rounds");
  const least = Math.ceil(1 / alpha - 1 - tieTolerance);
  if (rounds < least) throw new RangeError(`rounds: found ${rounds}, expected at least ${least} for alpha = ${alpha}`);
}

/**
 * The exact p-value $(1 + \#\{b : T_b \ge T\}) / (B + 1)$ of a statistic among $B$ simulated ones, ties counted
 * against.
 */
export function rankPValue(observed: number, rounds: number, simulate: () => number): number {
  let reached = 0;
  for (let b = 0; b < rounds; b++) if (simulate() >= observed * (1 - tieTolerance)) reached++;
  return (1 + reached) / (rounds + 1);
}
