import { at } from "../../core/num/at.ts";
import { requireRate } from "./refusals.ts";

/**
 * Benjamini and Hochberg: rejects so that false rejections are at most a share `alpha` of all, on average, for
 * independent p-values.
 *
 * Rejects the $k^*$ smallest, $k^* = \max\{k : p_{(k)} \le k\alpha/m\}$. Source: Benjamini and Hochberg 1995; positive
 * dependence is allowed too.
 */
export function benjaminiHochberg(pValues: readonly number[], alpha: number): number[] {
  requireRate(alpha, "alpha");
  return stepUp(pValues, (p, k) => p <= (k * alpha) / pValues.length);
}

/**
 * The indices of the $k^*$ smallest values, in their own order, where $k^*$ is the largest $k$ whose $k$-th smallest
 * value passes.
 */
export function stepUp(values: readonly number[], passes: (value: number, k: number) => boolean): number[] {
  const order = values.map((_, i) => i).sort((i, j) => at(values, i) - at(values, j));
  let most = 0;
  order.forEach((i, rank) => {
    if (passes(at(values, i), rank + 1)) most = rank + 1;
  });
  return order.slice(0, most).sort((i, j) => i - j);
}
