import { at } from "../../core/num/at.ts";
import { detectable } from "./detectable.ts";
import type { Uniform } from "./draw-counts.ts";
import { rankPValue, requireRounds } from "./monte-carlo-test.ts";
import { requireCounts } from "./refusals.ts";
import type { Statistic } from "./statistic.ts";
import { homogeneity } from "./two-sample-test.ts";
import { judge, type Rates, requireRates, type StatisticalVerdict } from "./verdict.ts";

/**
 * The test that two samples come from one law, by dealing the pooled samples anew: exact at every sample size.
 *
 * Under one law all deals are equally likely given the pooled counts, hence $P(p \le \alpha) \le \alpha$ for
 * $p = (1 + \#\{T_b \ge T\})/(B + 1)$. `detectable` is that of the chi-squared limit. Source: Lehmann and Romano 2005,
 * chapter 15.
 */
export function permutationTest(
  statistic: Statistic,
  a: readonly number[],
  b: readonly number[],
  rates: Rates,
  rounds: number,
  uniform: Uniform,
): StatisticalVerdict {
  requireRates(rates);
  requireRounds(rounds, rates.alpha);
  const n = requireCounts(a, a.length, "first counts");
  const m = requireCounts(b, a.length, "second counts");
  const both = a.map((count, i) => count + at(b, i));
  const pooled = Int32Array.from(both.flatMap((count, outcome) => new Array<number>(count).fill(outcome)));
  const distance = homogeneity(statistic);
  const value = distance(a, b);
  const redeal = (): number => {
    const first = deal(pooled, n, both.length, uniform);
    return distance(
      first,
      both.map((count, i) => count - at(first, i)),
    );
  };
  return judge(
    {
      test: "permutation",
      samples: n + m,
      statistic: value,
      pValue: rankPValue(value, rounds, redeal),
      detectable: detectable((n * m) / (n + m), both.filter((count) => count > 0).length, rates),
      basis: "asymptotic",
    },
    rates,
  );
}

/** Deals the pooled samples anew: counts of the first `n` after a partial Fisher–Yates shuffle. */
const deal = (pooled: Int32Array, n: number, cells: number, uniform: Uniform): number[] => {
  const counts = new Array<number>(cells).fill(0);
  for (let i = 0; i < n; i++) {
    const j = i + Math.floor(uniform() * (pooled.length - i));
    const outcome = at(pooled, j);
    pooled[j] = at(pooled, i);
    pooled[i] = outcome;
    counts[outcome] = at(counts, outcome) + 1;
  }
  return counts;
};
