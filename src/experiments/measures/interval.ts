/** A share with a 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % of the normal law. */
const Z = 1.959963984540054;

/** The share of `hits` in `trials` with Wilson's score interval. */
export function estimatedShare(hits: number, trials: number): Estimate {
  const share = hits / trials;
  const middle = (share + Z ** 2 / (2 * trials)) / (1 + Z ** 2 / trials);
  const half = (Z / (1 + Z ** 2 / trials)) * Math.sqrt((share * (1 - share)) / trials + (Z / (2 * trials)) ** 2);
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The mean of some numbers with the interval of its limit law: for many draws of one bounded quantity. */
export function estimatedMean(values: readonly number[]): Estimate {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1);
  const half = Z * Math.sqrt(variance / values.length);
  return { value: mean, low: mean - half, high: mean + half };
}
