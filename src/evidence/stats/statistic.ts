import { at } from "../../core/num/at.ts";
/**
 * How far observed counts are from a law: zero when they agree perfectly, infinite when an impossible outcome was seen.
 */
export type Statistic = (counts: readonly number[], law: readonly number[]) => number;

const sumOverCells = (
  counts: readonly number[],
  law: readonly number[],
  term: (observed: number, expected: number) => number,
): number => {
  const samples = counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  counts.forEach((observed, cell) => {
    const expected = samples * at(law, cell);
    if (expected > 0) sum += term(observed, expected);
    else if (observed > 0) sum = Infinity;
  });
  return sum;
};

/** Pearson's statistic, $\sum_i (N_i - n p_i)^2 / (n p_i)$. Source: Pearson 1900. */
export const pearson: Statistic = (counts, law) =>
  sumOverCells(counts, law, (observed, expected) => (observed - expected) ** 2 / expected);

/**
 * The likelihood ratio, $G = 2 \sum_i N_i \ln \frac{N_i}{n p_i} = 2 n \, \mathrm{KL}(\hat p \,\|\, p)$. Source: Wilks
 * 1938.
 */
export const likelihoodRatio: Statistic = (counts, law) =>
  Math.max(
    0,
    2 *
      sumOverCells(counts, law, (observed, expected) => (observed > 0 ? observed * Math.log(observed / expected) : 0)),
  );
