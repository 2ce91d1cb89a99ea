import { dkw } from "./dkw.ts";
import { judge, type Rates, requireRates, type StatisticalVerdict } from "./verdict.ts";

/**
 * Are the p-values of repeated runs on the right law uniform? Kolmogorov's distance with the bound of DKW and Massart.
 *
 * False-alarm rate `alpha` and power for gaps of `detectable` in distribution function, both at every number of runs.
 * P-values of few samples are lumpy: for those ask {@link validity}.
 */
export const uniformity: Calibration = (pValues, rates) => {
  requireRates(rates);
  const bound = dkw(pValues.length);
  const { above, below } = gaps(pValues);
  const gap = Math.max(above, below);
  const detectable = Math.min(1, bound.radius(rates.alpha) + bound.radius(1 - rates.power));
  return judge(
    {
      test: "p-values uniform",
      samples: pValues.length,
      statistic: gap,
      pValue: bound.tail(gap),
      detectable,
      basis: "finite-sample",
    },
    rates,
  );
};

/**
 * Are p-values small no more often than they may be, $P(p \le t) \le t$ for all $t$? One-sided, so lumpy and cautious
 * p-values pass.
 *
 * $P(\sup_t (\hat F(t) - t) \ge e) \le e^{-2ne^2}$ where that is at most 1/2. Source: Massart 1990, Theorem 1.
 */
export const validity: Calibration = (pValues, rates) => {
  requireRates(rates);
  const bound = dkw(pValues.length);
  const { above } = gaps(pValues);
  const half = bound.tail(above) / 2;
  const radius = bound.radius(2 * Math.min(rates.alpha, 0.5));
  return judge(
    {
      test: "p-values valid",
      samples: pValues.length,
      statistic: above,
      pValue: half < 0.5 ? half : 1,
      detectable: Math.min(1, radius + bound.radius(1 - rates.power)),
      basis: "finite-sample",
    },
    rates,
  );
};

/**
 * The largest amounts by which the empirical distribution function of the p-values lies above and below the uniform
 * one.
 */
const gaps = (pValues: readonly number[]): { above: number; below: number } => {
  const sorted = [...pValues].sort((a, b) => a - b);
  let above = 0;
  let below = 0;
  sorted.forEach((p, i) => {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`p-values: found ${p}, expected a number from 0 to 1`);
    above = Math.max(above, (i + 1) / sorted.length - p);
    below = Math.max(below, p - i / sorted.length);
  });
  return { above, below };
};

type Calibration = (pValues: readonly number[], rates: Rates) => StatisticalVerdict;
