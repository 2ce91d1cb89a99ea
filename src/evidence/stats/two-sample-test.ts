import { at } from "../../core/num/at.ts";
import { chiSquaredTail } from "./chi-squared-tail.ts";
import { detectable } from "./detectable.ts";
import { mergeCells, pool } from "./merge-cells.ts";
import { requireCounts } from "./refusals.ts";
import { likelihoodRatio, pearson, type Statistic } from "./statistic.ts";
import { judge, type Rates, type StatisticalVerdict } from "./verdict.ts";

type TwoSample = (a: readonly number[], b: readonly number[], rates: Rates) => StatisticalVerdict;

const twoSample =
  (test: string, statistic: Statistic): TwoSample =>
  (a, b, rates) => {
    const n = requireCounts(a, a.length, "first counts");
    const m = requireCounts(b, a.length, "second counts");
    const smaller = Math.min(n, m) / (n + m);
    const groups = mergeCells(a.map((count, i) => smaller * (count + at(b, i))));
    const value = homogeneity(statistic)(pool(a, groups), pool(b, groups));
    return judge(
      {
        test,
        samples: n + m,
        statistic: value,
        pValue: groups.length < 2 ? 1 : chiSquaredTail(value, groups.length - 1),
        detectable: detectable((n * m) / (n + m), groups.length, rates),
        basis: "asymptotic",
      },
      rates,
    );
  };

/**
 * The chi-squared test that two samples come from one law, whatever that law is.
 *
 * Cells are merged by the pooled counts, which carry no information about the difference. The limit is $\chi^2_{k-1}$;
 * with samples of $n$ and $m$ from $o$ and $p$ the noncentrality is
 * $\frac{nm}{n+m} \sum_i (o_i - p_i)^2 / \bar p_i \ge 4 \frac{nm}{n+m} \mathrm{TV}^2$. Source: Pearson 1911; Cramér
 * 1946.
 */
export const twoSampleChiSquaredTest: TwoSample = twoSample("two-sample-chi-squared", pearson);

/** The likelihood-ratio (G) test that two samples come from one law, as {@link twoSampleChiSquaredTest}. */
export const twoSampleGTest: TwoSample = twoSample("two-sample-g-test", likelihoodRatio);

/**
 * A statistic of two tables of counts against their pooled law, $T(a, \bar p) + T(b, \bar p)$ with
 * $\bar p = (a + b)/(n + m)$.
 */
export function homogeneity(statistic: Statistic) {
  return (a: readonly number[], b: readonly number[]): number => {
    const both = a.map((count, i) => count + at(b, i));
    const total = both.reduce((sum, count) => sum + count, 0);
    const pooled = both.map((count) => count / total);
    return statistic(a, pooled) + statistic(b, pooled);
  };
}
