import { requireRate } from "./refusals.ts";

const indices = (values: readonly number[], rejected: (value: number) => boolean): number[] =>
  values.flatMap((value, i) => (rejected(value) ? [i] : []));

/**
 * Bonferroni: rejects the hypotheses with $p_i \le \alpha / m$; any false rejection at all has probability at most
 * $\alpha$.
 */
export function bonferroni(pValues: readonly number[], alpha: number): number[] {
  requireRate(alpha, "alpha");
  return indices(pValues, (p) => p <= alpha / pValues.length);
}

/** Bonferroni for e-values, given as logarithms: rejects where $E_i \ge m / \alpha$. */
export function eBonferroni(logs: readonly number[], alpha: number): number[] {
  requireRate(alpha, "alpha");
  return indices(logs, (log) => log >= Math.log(logs.length / alpha));
}
