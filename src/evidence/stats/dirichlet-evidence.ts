import gammaln from "@stdlib/math-base-special-gammaln";
import { at } from "../../core/num/at.ts";
import { logMeanExp } from "./log-mean-exp.ts";
import { requireCounts, requireLaw } from "./refusals.ts";

/**
 * The e-value of a table of counts against a known law: an equal mixture of Dirichlet laws in place of the unknown one.
 *
 * $$E = \frac14 \sum_{a} \frac{\Gamma(\sum_i a_i)}{\Gamma(n + \sum_i a_i)}
 * \prod_i \frac{\Gamma(N_i + a_i)}{\Gamma(a_i)\, p_i^{N_i}}, \qquad a \in \{\tfrac12 \mathbf 1,\ 2p,\ 10p,\ 50p\}$$
 * The flat prior wins on gross faults, those around $p$ keep small samples cheap. Given as $\ln E$, infinite when an
 * impossible outcome was seen. Source: Krichevsky and Trofimov 1981 for the flat prior; Good 1967 for the mixture.
 */
export function dirichletEvidence(counts: readonly number[], law: readonly number[]): number {
  requireLaw(law);
  requireCounts(counts, law.length);
  if (counts.some((count, i) => count > 0 && law[i] === 0)) return Infinity;
  const flat = law.map((p) => (p > 0 ? 0.5 : 0));
  const priors = [flat, ...concentrations.map((c) => law.map((p) => c * p))];
  return logMeanExp(priors.map((prior) => dirichletRatio(counts, law, prior)));
}

/**
 * What the mixture loses at most against hindsight: $\ln E \ge n\,\mathrm{KL}(\hat p \,\|\, p)$ minus this, for every
 * table of $n$ samples in $k$ cells.
 *
 * $$R = \ln 4 + \ln \frac{\Gamma(n + k/2)\,\Gamma(1/2)}{\Gamma(k/2)\,\Gamma(n + 1/2)}
 * \approx \ln 4 + \frac{k-1}{2} \ln n$$
 * The flat prior does worst when all samples fall in one cell. Source: Cesa-Bianchi and Lugosi 2006, chapter 9.
 */
export function dirichletRegret(samples: number, cells: number): number {
  return (
    Math.log(1 + concentrations.length) +
    gammaln(samples + cells / 2) +
    gammaln(0.5) -
    gammaln(cells / 2) -
    gammaln(samples + 0.5)
  );
}

/**
 * The weights, in samples, of the priors centred on the law; beside them stands one with half a sample for each
 * possible outcome.
 */
export const concentrations: readonly number[] = [2, 10, 50];

/** $\ln E$ of a single Dirichlet prior with `prior[i]` pseudo-counts, zero only where the law is zero. */
export function dirichletRatio(counts: readonly number[], law: readonly number[], prior: readonly number[]): number {
  let samples = 0;
  let weight = 0;
  let log = 0;
  counts.forEach((count, i) => {
    const a = at(prior, i);
    samples += count;
    weight += a;
    if (count > 0) log += gammaln(count + a) - gammaln(a) - count * Math.log(at(law, i));
  });
  return log + gammaln(weight) - gammaln(samples + weight);
}
