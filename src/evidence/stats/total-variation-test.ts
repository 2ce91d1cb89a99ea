import { bretagnolleHuberCarol } from "./bretagnolle-huber-carol.ts";
import { hoeffding, sharpest } from "./deviation.ts";
import { meanDeviation } from "./mean-deviation.ts";
import { requireCounts, requireLaw } from "./refusals.ts";
import { empirical, totalVariation } from "./total-variation.ts";
import { judge, type Rates, requireRates, type StatisticalVerdict } from "./verdict.ts";
import { weissman } from "./weissman.ts";

/**
 * The total-variation test: the samples are further from the law than chance allows, with rates that hold at every
 * sample size.
 *
 * Refutes when $\mathrm{TV}(\hat p, p)$ exceeds the sharpest of the radii $r_\alpha$ of {@link bretagnolleHuberCarol},
 * {@link weissman} and {@link meanDeviation}. For the event $A$ that tells the true law $o$ from $p$,
 * $\mathrm{TV}(\hat p, p) \ge \hat p(A) - p(A)$, so every $o$ with
 * $\mathrm{TV}(o, p) \ge r_\alpha + \sqrt{\ln(1/\beta)/(2n)}$ is seen with probability at least $1 - \beta$
 * (Hoeffding).
 */
export function totalVariationTest(
  counts: readonly number[],
  law: readonly number[],
  rates: Rates,
): StatisticalVerdict {
  requireRates(rates);
  requireLaw(law);
  const samples = requireCounts(counts, law.length);
  const bound = sharpest(
    [meanDeviation(samples, law), weissman(samples, law), bretagnolleHuberCarol(samples, law.length)],
    rates.alpha,
  );
  const distance = totalVariation(empirical(counts), law);
  const impossible = counts.findIndex((count, i) => count > 0 && law[i] === 0);
  return judge(
    {
      test: `total variation (${bound.source})`,
      samples,
      statistic: distance,
      pValue: impossible >= 0 ? 0 : bound.tail(distance),
      detectable: Math.min(1, bound.radius(rates.alpha) + hoeffding(samples, 1 - rates.power)),
      basis: "finite-sample",
      ...(impossible >= 0 && { impossible }),
    },
    rates,
  );
}
