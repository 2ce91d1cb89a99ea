import { chiSquaredTail } from "./chi-squared-tail.ts";
import { detectable } from "./detectable.ts";
import { mergeCells, pool } from "./merge-cells.ts";
import { requireCounts, requireLaw } from "./refusals.ts";
import { likelihoodRatio, pearson, type Statistic } from "./statistic.ts";
import { judge, type Rates, type StatisticalVerdict } from "./verdict.ts";

type GoodnessOfFit = (counts: readonly number[], law: readonly number[], rates: Rates) => StatisticalVerdict;

const goodnessOfFit =
  (test: string, statistic: Statistic): GoodnessOfFit =>
  (counts, law, rates) => {
    requireLaw(law);
    const samples = requireCounts(counts, law.length);
    const impossible = counts.findIndex((count, i) => count > 0 && law[i] === 0);
    const groups = mergeCells(law.map((p) => samples * p));
    const value = impossible >= 0 ? Infinity : statistic(pool(counts, groups), pool(law, groups));
    const pValue = value === Infinity ? 0 : groups.length < 2 ? 1 : chiSquaredTail(value, groups.length - 1);
    return judge(
      {
        test,
        samples,
        statistic: value,
        pValue,
        detectable: detectable(samples, groups.length, rates),
        basis: "asymptotic",
        ...(impossible >= 0 && { impossible }),
      },
      rates,
    );
  };

/**
 * Pearson's chi-squared test of counts against a known law; rare cells are merged before looking at the data.
 *
 * The p-value is the upper tail of $\chi^2_{k-1}$ at $\sum (N_i - n p_i)^2 / (n p_i)$ over $k$ merged cells.
 * False-alarm rate `alpha` in the limit of many samples; power from the noncentral law, for total variation between the
 * merged laws. An outcome of probability zero refutes by itself.
 *
 * The limit is good at 1 % and poor far out: with $n p = (6, 6, 108)$ the true rate is 0.0500 at 0.05, 0.011 at 0.01,
 * but 0.0023 at 0.001 and $2 \cdot 10^{-5}$ at $10^{-6}$ (enumerated). For a tiny `alpha` and rare cells use a test
 * whose basis is `finite-sample`, or the Monte-Carlo or exact one.
 */
export const chiSquaredTest: GoodnessOfFit = goodnessOfFit("chi-squared", pearson);

/**
 * The likelihood-ratio (G) test of counts against a known law, as {@link chiSquaredTest} with
 * $G = 2 \sum N_i \ln (N_i / n p_i)$.
 */
export const gTest: GoodnessOfFit = goodnessOfFit("g-test", likelihoodRatio);
