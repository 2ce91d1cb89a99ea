import { chiSquaredCritical } from "./chi-squared-tail.ts";
import { noncentralChiSquaredTail } from "./noncentral-chi-squared.ts";
import { requireRate, requireWhole } from "./refusals.ts";
import { root } from "./root.ts";
import { type Rates, requireRates } from "./verdict.ts";

/**
 * The power of a chi-squared test against every law at a given total variation or further.
 *
 * With $k$ cells and $n$ samples from $o$ instead of $p$ the statistic is close to noncentral chi-squared with $k-1$
 * degrees and $\lambda = n \sum_i (o_i - p_i)^2 / p_i \ge 4 n \, \mathrm{TV}(o, p)^2$ (Cauchy–Schwarz), so the answer
 * is a lower bound, up to the error of the limit. Source: Cressie and Read 1984; Kendall and Stuart 1979.
 */
export function chiSquaredPower(distance: number, samples: number, cells: number, alpha: number): number {
  requireRate(alpha, "alpha");
  requireWhole(cells, 2, "cells");
  return noncentralChiSquaredTail(chiSquaredCritical(alpha, cells - 1), cells - 1, 4 * samples * distance ** 2);
}

/** The noncentrality $\lambda$ at which a chi-squared test of this many cells reaches its promised power. */
export function noncentralityFor(cells: number, rates: Rates): number {
  requireRates(rates);
  requireWhole(cells, 2, "cells");
  const critical = chiSquaredCritical(rates.alpha, cells - 1);
  return root((noncentrality) => noncentralChiSquaredTail(critical, cells - 1, noncentrality), rates.power);
}
