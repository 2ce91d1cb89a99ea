import { type Deviation, hoeffding } from "./deviation.ts";
import { requireLaw, requireWhole } from "./refusals.ts";

const around = (samples: number, mean: number): Deviation => ({
  source: "mean and bounded differences",
  tail: (distance) => Math.exp(-2 * samples * Math.max(0, distance - mean) ** 2),
  radius: (delta) => mean + hoeffding(samples, delta),
});

/**
 * Mean plus bounded differences: total variation is close to its expectation, which is small; sharp for many cells.
 *
 * $$P\Bigl(\mathrm{TV}(\hat p, p) \ge \tfrac12 \sum_i \sqrt{p_i(1-p_i)/n} + t\Bigr) \le e^{-2nt^2}$$
 * Source: Berend and Kontorovich 2013 for the mean, McDiarmid 1989 for the tail (one sample moves the distance by at
 * most $1/n$).
 */
export function meanDeviation(samples: number, law: readonly number[]): Deviation {
  requireWhole(samples, 1, "samples");
  requireLaw(law);
  return around(samples, law.reduce((sum, p) => sum + Math.sqrt(Math.max(0, p * (1 - p)) / samples), 0) / 2);
}

/** As {@link meanDeviation} for a law that is not known: the mean is at most $\frac12 \sqrt{(k-1)/n}$. */
export function meanDeviationOfAnyLaw(samples: number, cells: number): Deviation {
  requireWhole(samples, 1, "samples");
  requireWhole(cells, 1, "cells");
  return around(samples, Math.sqrt((cells - 1) / samples) / 2);
}
