import { requireRate } from "./refusals.ts";

/**
 * A statistical verdict: a bias of size `detectable` would have been seen with probability `power`.
 *
 * Statistics never prove: where nothing is found the verdict is `consistent`, and `refuted` is wrong with probability
 * at most `alpha`.
 */
export interface StatisticalVerdict extends Finding, Rates {
  readonly verdict: "consistent" | "refuted";
}

/**
 * The two rates that a check promises: `alpha`, the chance of a false alarm, and `power`, the chance to see a bias of
 * the stated size.
 */
export interface Rates {
  readonly alpha: number;
  readonly power: number;
}

/** What a statistical check found, before it is judged. */
export interface Finding {
  readonly test: string;
  readonly samples: number;
  readonly statistic: number;
  /** $P(\text{as extreme or more} \mid \text{the law is right})$ or an upper bound on it. */
  readonly pValue: number;
  /**
   * The smallest bias that this check sees with the promised power, in the check's own distance (total variation unless
   * it says otherwise).
   */
  readonly detectable: number;
  /** Does `detectable` hold at this sample size, or only in the limit of many samples? */
  readonly basis: "finite-sample" | "asymptotic";
  /** An outcome of probability zero that was seen: one such sample is enough. */
  readonly impossible?: number;
  /**
   * Known faults, likeliest first, with posterior weights that sum to at most one; the rest belongs to none of them.
   */
  readonly suspects?: readonly { readonly name: string; readonly weight: number }[];
}

/** Refuses rates that promise nothing: `alpha` must lie below `power`, both strictly between zero and one. */
export function requireRates({ alpha, power }: Rates): void {
  requireRate(alpha, "alpha");
  requireRate(power, "power");
  if (alpha >= power) throw new RangeError(`power: found ${power}, expected more than alpha = ${alpha}`);
}

/** The one place where a finding becomes a verdict: refuted exactly when the p-value is at most `alpha`. */
export function judge(finding: Finding, rates: Rates): StatisticalVerdict {
  requireRates(rates);
  return {
    verdict: finding.pValue <= rates.alpha ? "refuted" : "consistent",
    alpha: rates.alpha,
    power: rates.power,
    ...finding,
  };
}
