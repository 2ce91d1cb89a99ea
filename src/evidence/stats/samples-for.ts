import { noncentralityFor } from "./power.ts";
import type { Rates } from "./verdict.ts";

/**
 * How many samples a chi-squared test needs to see a given total variation with the promised power.
 *
 * $$n = \lceil \lambda / (4\,\mathrm{TV}^2) \rceil$$
 * with $\lambda$ from {@link noncentralityFor}. For two samples of equal size, each must have twice as many.
 */
export function samplesFor(distance: number, cells: number, rates: Rates): number {
  if (!(distance > 0 && distance <= 1))
    throw new RangeError(`distance: found ${distance}, expected a total variation above 0 and at most 1`);
  return Math.ceil(noncentralityFor(cells, rates) / (4 * distance ** 2));
}
