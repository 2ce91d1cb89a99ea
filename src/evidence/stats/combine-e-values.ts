import { logMeanExp } from "./log-mean-exp.ts";

/**
 * The average of e-values is an e-value, however they depend on one another. Logarithms in, logarithm out.
 *
 * $E[\frac1m \sum_i E_i] = \frac1m \sum_i E[E_i] \le 1$. Source: Vovk and Wang 2021, who show that no other symmetric
 * rule is better.
 */
export function averageEvidence(logs: readonly number[]): number {
  return logMeanExp(logs);
}

/**
 * The product of e-values is an e-value where each is one given those before it; independent ones are. Logarithms in,
 * logarithm out.
 *
 * $E[E_1 E_2] = E[E_1 \, E[E_2 \mid E_1]] \le 1$.
 */
export function productEvidence(logs: readonly number[]): number {
  return logs.reduce((sum, log) => sum + log, 0);
}
