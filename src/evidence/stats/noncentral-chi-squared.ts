import { chiSquaredTail, gammaStep } from "./chi-squared-tail.ts";

/**
 * The upper tail of the noncentral chi-squared law, from which the power of chi-squared tests follows.
 *
 * $$P(\chi'^2_k(\lambda) > x) = \sum_{j \ge 0} e^{-\lambda/2} \frac{(\lambda/2)^j}{j!} \, P(\chi^2_{k+2j} > x)$$
 * Every term is positive, so nothing cancels. The central tails follow from one another by a recurrence; the sum starts
 * where the Poisson weights begin to count. Source: Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions 2,
 * (29.3).
 */
export function noncentralChiSquaredTail(x: number, degrees: number, noncentrality: number): number {
  if (!(noncentrality >= 0 && noncentrality < Infinity))
    throw new RangeError(`noncentrality: found ${noncentrality}, expected a finite number that is not negative`);
  if (noncentrality === 0 || x <= 0) return chiSquaredTail(x, degrees);
  const mean = noncentrality / 2;
  const half = x / 2;
  let j = Math.max(0, Math.floor(mean - 10 * Math.sqrt(mean) - 20));
  let weight = gammaStep(j, mean);
  let tail = chiSquaredTail(x, degrees + 2 * j);
  let step = gammaStep(degrees / 2 + j, half);
  let sum = 0;
  for (;;) {
    sum += weight * tail;
    if (j > mean && !(weight * tail > 1e-17 * sum)) return Math.min(sum, 1);
    tail += step;
    j += 1;
    weight *= mean / j;
    const a = degrees / 2 + j;
    step = step > leastNormal ? (step * half) / a : gammaStep(a, half);
  }
}

/** Below this a product of doubles loses digits, and a step is computed afresh. */
const leastNormal = 1e-290;
