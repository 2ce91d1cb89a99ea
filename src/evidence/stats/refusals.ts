/** Refuses what is not a law: finite entries, none negative, sum one within {@link sumTolerance}. */
export function requireLaw(law: readonly number[], name = "law"): void {
  let sum = 0;
  law.forEach((p, i) => {
    if (!(p >= 0 && p < Infinity)) throw new RangeError(`${name}[${i}]: found ${p}, expected a probability`);
    sum += p;
  });
  if (!(Math.abs(sum - 1) <= sumTolerance))
    throw new RangeError(`${name}: found sum ${sum}, expected 1 within ${sumTolerance}`);
}

/**
 * How far the entries of a law may add up from one: room for the rounding of a float64 softmax, and for nothing else.
 */
export const sumTolerance = 1e-9;

/**
 * Refuses what is not a table of counts, one whole number for each of `cells` outcomes and at least one sample; gives
 * their sum.
 */
export function requireCounts(counts: readonly number[], cells: number, name = "counts"): number {
  if (counts.length !== cells)
    throw new RangeError(`${name}: found ${counts.length} cells, expected ${cells}, one for each outcome of the law`);
  let sum = 0;
  counts.forEach((count, i) => {
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`${name}[${i}]: found ${count}, expected a whole number that is not negative`);
    sum += count;
  });
  if (sum === 0) throw new RangeError(`${name}: found no samples, expected at least 1`);
  return sum;
}

/** Refuses what is not a number strictly between zero and one. */
export function requireRate(rate: number, name: string): void {
  if (!(rate > 0 && rate < 1))
    throw new RangeError(`${name}: found ${rate}, expected a number strictly between 0 and 1`);
}

/** Refuses what is not a whole number of at least `least`. */
export function requireWhole(value: number, least: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < least)
    throw new RangeError(`${name}: found ${value}, expected a whole number of at least ${least}`);
}

/** Refuses an outcome that is not an index below `cells`. */
export function requireOutcome(outcome: number, cells: number): void {
  if (!Number.isSafeInteger(outcome) || outcome < 0 || outcome >= cells)
    throw new RangeError(`outcome: found ${outcome}, expected an index from 0 to ${cells - 1}`);
}
