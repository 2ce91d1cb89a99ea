import { at } from "../../core/num/at.ts";
import { dkw } from "./dkw.ts";
import { requireCounts, requireLaw } from "./refusals.ts";
import { judge, type Rates, requireRates, type StatisticalVerdict } from "./verdict.ts";

/**
 * The Kolmogorov–Smirnov test on ordered outcomes: sharp for shifts along the order, at every number of cells.
 *
 * The p-value is the bound of {@link dkw}, valid at every sample size. `detectable` is in Kolmogorov distance (at most
 * the total variation): a gap of $\sqrt{\ln(2/\alpha)/(2n)} + \sqrt{\ln(2/\beta)/(2n)}$ is seen with probability at
 * least $1 - \beta$.
 */
export function kolmogorovTest(counts: readonly number[], law: readonly number[], rates: Rates): StatisticalVerdict {
  requireRates(rates);
  requireLaw(law);
  const samples = requireCounts(counts, law.length);
  const bound = dkw(samples);
  const distance = largestGap(counts, law, samples);
  return judge(
    {
      test: "kolmogorov (DKW-Massart)",
      samples,
      statistic: distance,
      pValue: bound.tail(distance),
      detectable: Math.min(1, bound.radius(rates.alpha) + bound.radius(1 - rates.power)),
      basis: "finite-sample",
    },
    rates,
  );
}

/** Kolmogorov distance, $\max_j |\sum_{i \le j} (N_i/n - p_i)|$: the largest gap between the cumulated laws. */
const largestGap = (counts: readonly number[], law: readonly number[], samples: number): number => {
  let gap = 0;
  let largest = 0;
  counts.forEach((count, i) => {
    gap += count / samples - at(law, i);
    largest = Math.max(largest, Math.abs(gap));
  });
  return largest;
};
