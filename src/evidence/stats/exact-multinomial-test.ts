import gammaln from "@stdlib/math-base-special-gammaln";
import { at } from "../../core/num/at.ts";
import { detectable } from "./detectable.ts";
import { tieTolerance } from "./monte-carlo-test.ts";
import { requireCounts, requireLaw } from "./refusals.ts";
import { judge, type Rates, type StatisticalVerdict } from "./verdict.ts";

/**
 * The exact multinomial test: the chance, under the law, of a table of counts no likelier than the one observed.
 *
 * $$p = \sum_{N : P(N) \le P(N^{\mathrm{obs}})} \frac{n!}{\prod_i N_i!} \prod_i p_i^{N_i}$$
 * over all $\binom{n+k-1}{k-1}$ tables, which must be few. False-alarm rate at most `alpha` at every sample size;
 * `detectable` is that of the chi-squared limit, and 1 where no table is rare enough to refute. Source: Read and
 * Cressie 1988.
 */
export function exactMultinomialTest(
  counts: readonly number[],
  law: readonly number[],
  rates: Rates,
): StatisticalVerdict {
  requireLaw(law);
  const samples = requireCounts(counts, law.length);
  const live = law.filter((p) => p > 0);
  const seen = counts.filter((_, i) => at(law, i) > 0);
  const logTables = gammaln(samples + live.length) - gammaln(samples + 1) - gammaln(live.length);
  if (logTables > Math.log(mostTables))
    throw new RangeError(
      `found about ${Math.exp(logTables).toPrecision(2)} tables, expected at most ${mostTables}: use monteCarloTest`,
    );
  const observed = seen.reduce((log, count, i) => log + logFactor(count, at(live, i)), gammaln(samples + 1));
  const possible = counts.every((count, i) => count === 0 || at(law, i) > 0);
  let pValue = 0;
  let rarest = Infinity;
  let leastPValue = 0;
  tables(live, samples, (log) => {
    if (possible && log <= observed + tieTolerance) pValue += Math.exp(log);
    if (log < rarest - tieTolerance) leastPValue = 0;
    rarest = Math.min(rarest, log);
    if (log <= rarest + tieTolerance) leastPValue += Math.exp(log);
  });
  return judge(
    {
      test: "exact-multinomial",
      samples,
      statistic: possible ? -observed : Infinity,
      pValue: Math.min(1, pValue),
      detectable: leastPValue > rates.alpha ? 1 : detectable(samples, live.length, rates),
      basis: "asymptotic",
    },
    rates,
  );
}

/** More tables than this are not enumerated. */
export const mostTables = 2_000_000;

/** $\ln (p^N / N!)$, one cell's factor in the probability of a table. */
const logFactor = (count: number, p: number): number => count * Math.log(p) - gammaln(count + 1);

/** Visits $\ln P(N)$ for every table of so many samples. */
const tables = (law: readonly number[], samples: number, visit: (logProbability: number) => void): void => {
  const last = law.length - 1;
  const fill = (cell: number, left: number, log: number): void => {
    if (cell === last) visit(log + logFactor(left, at(law, cell)));
    for (let count = 0; cell < last && count <= left; count++)
      fill(cell + 1, left - count, log + logFactor(count, at(law, cell)));
  };
  fill(0, samples, gammaln(samples + 1));
};
