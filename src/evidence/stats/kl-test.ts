import { agrawal } from "./agrawal.ts";
import { hoeffding } from "./deviation.ts";
import { requireCounts, requireLaw } from "./refusals.ts";
import { likelihoodRatio } from "./statistic.ts";
import { judge, type Rates, requireRates, type StatisticalVerdict } from "./verdict.ts";

/**
 * The relative-entropy test: the G-test's statistic with rates that hold at every sample size.
 *
 * The p-value is {@link agrawal}'s bound at $\mathrm{KL}(\hat p \,\|\, p) = G/2n$. By Pinsker
 * $\mathrm{KL} \ge 2\,\mathrm{TV}^2$, so with $r_\alpha$ its radius every law at total variation
 * $\sqrt{r_\alpha / 2} + \sqrt{\ln(1/\beta)/(2n)}$ or more is seen with probability at least $1 - \beta$ (Hoeffding).
 */
export function klTest(counts: readonly number[], law: readonly number[], rates: Rates): StatisticalVerdict {
  requireRates(rates);
  requireLaw(law);
  const samples = requireCounts(counts, law.length);
  const bound = agrawal(samples, Math.max(2, law.filter((p) => p > 0).length));
  const divergence = likelihoodRatio(counts, law) / (2 * samples);
  return judge(
    {
      test: "relative entropy (Agrawal)",
      samples,
      statistic: divergence,
      pValue: divergence === Infinity ? 0 : bound.tail(divergence),
      detectable: Math.min(1, Math.sqrt(bound.radius(rates.alpha) / 2) + hoeffding(samples, 1 - rates.power)),
      basis: "finite-sample",
    },
    rates,
  );
}
