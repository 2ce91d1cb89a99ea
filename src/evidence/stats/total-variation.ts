import { at } from "../../core/num/at.ts";
/** Total variation between two laws given as arrays, $\frac12 \sum_i |a_i - b_i|$. */
export function totalVariation(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length)
    throw new RangeError(`laws: found ${a.length} and ${b.length} outcomes, expected as many in both`);
  return a.reduce((sum, p, i) => sum + Math.abs(p - at(b, i)), 0) / 2;
}

/** The law of the samples themselves, $\hat p_i = N_i / n$. */
export function empirical(counts: readonly number[]): number[] {
  const samples = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / samples);
}
