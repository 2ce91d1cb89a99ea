import { bretagnolleHuberCarol } from "./bretagnolle-huber-carol.ts";
import { sharpest } from "./deviation.ts";
import { meanDeviationOfAnyLaw } from "./mean-deviation.ts";
import { requireCounts, requireLaw, requireRate } from "./refusals.ts";
import { empirical, totalVariation } from "./total-variation.ts";

/**
 * A certificate that the law the samples come from is within a stated total variation of a known law: never "equal",
 * but "this close".
 *
 * $$\mathrm{TV}(o, p) \le \mathrm{TV}(\hat p, p)
 * + \min\Bigl(\tfrac12 \sqrt{\tfrac{k-1}{n}} + \sqrt{\tfrac{\ln(1/\delta)}{2n}},\; \sqrt{\tfrac{k \ln 2 + \ln(1/\delta)}{2n}}\Bigr)$$
 * The radius must hold for the unknown $o$, hence knows only the number of cells $k$; every outcome that $o$ can give
 * needs a cell.
 */
export function certifyTotalVariation(
  counts: readonly number[],
  law: readonly number[],
  delta: number,
): TotalVariationCertificate {
  requireLaw(law);
  requireRate(delta, "delta");
  const samples = requireCounts(counts, law.length);
  const bound = sharpest(
    [meanDeviationOfAnyLaw(samples, law.length), bretagnolleHuberCarol(samples, law.length)],
    delta,
  );
  const distance = totalVariation(empirical(counts), law);
  return { bound: Math.min(1, distance + bound.radius(delta)), distance, delta, samples, source: bound.source };
}

/** "The sampled law is within `bound` of the given one", wrong with probability at most `delta`. */
export interface TotalVariationCertificate {
  readonly bound: number;
  readonly distance: number;
  readonly delta: number;
  readonly samples: number;
  readonly source: string;
}
