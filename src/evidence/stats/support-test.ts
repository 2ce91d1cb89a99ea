import { requireCounts, requireLaw } from "./refusals.ts";
import { judge, type Rates, requireRates, type StatisticalVerdict } from "./verdict.ts";

/**
 * The support test: a single sample of probability zero refutes, without any false alarm.
 *
 * `alpha` of the verdict is therefore 0, whatever the rates ask. `detectable` is the mass outside the support (a lower
 * bound on the total variation) of which $n$ samples would have shown something with the promised power:
 * {@link massOutside} at $\delta = 1 - $ `power`.
 */
export function supportTest(counts: readonly number[], law: readonly number[], rates: Rates): StatisticalVerdict {
  requireRates(rates);
  requireLaw(law);
  const samples = requireCounts(counts, law.length);
  const impossible = counts.findIndex((count, i) => count > 0 && law[i] === 0);
  const outside = counts.reduce((sum, count, i) => sum + (law[i] === 0 ? count : 0), 0);
  const verdict = judge(
    {
      test: "support",
      samples,
      statistic: outside,
      pValue: outside > 0 ? 0 : 1,
      detectable: massOutside(samples, 1 - rates.power),
      basis: "finite-sample",
      ...(outside > 0 && { impossible }),
    },
    rates,
  );
  return { ...verdict, alpha: 0 };
}

/**
 * The largest mass that can lie outside the support when none of so many samples did, at confidence $1 - \delta$.
 *
 * $$(1 - m)^n \ge \delta \iff m \le 1 - \delta^{1/n} < \ln(1/\delta)/n$$
 */
export function massOutside(samples: number, delta: number): number {
  return -Math.expm1(Math.log(delta) / samples);
}
