/**
 * The logarithm of the weighted mean of numbers that are given by their logarithms, without overflow.
 *
 * $$\ln \frac{\sum_i w_i e^{x_i}}{\sum_i w_i}$$ A number without a weight has weight 1.
 */
export function logMeanExp(logs: readonly number[], weights?: readonly number[]): number {
  if (logs.length === 0) throw new RangeError("logMeanExp: found no numbers, expected at least 1");
  const largest = Math.max(...logs);
  if (Math.abs(largest) === Infinity) return largest;
  let sum = 0;
  let total = 0;
  logs.forEach((log, i) => {
    const weight = weights?.[i] ?? 1;
    sum += weight * Math.exp(log - largest);
    total += weight;
  });
  return largest + Math.log(sum / total);
}
