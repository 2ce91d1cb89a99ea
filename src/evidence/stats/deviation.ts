/** A bound on how far the law of $n$ samples strays from the law they come from, valid at every sample size. */
export interface Deviation {
  readonly source: string;
  /** An upper bound on the probability of this distance or more. */
  tail(distance: number): number;
  /** The distance that is reached with probability at most `delta`. */
  radius(delta: number): number;
}

/** The bound with the smallest radius; since `delta` is known before the data, choosing costs nothing. */
export function sharpest(bounds: readonly [Deviation, ...Deviation[]], delta: number): Deviation {
  return bounds.reduce((best, bound) => (bound.radius(delta) < best.radius(delta) ? bound : best));
}

/**
 * How far a mean of $n$ numbers in $[0,1]$ falls below its expectation with probability at most `delta`:
 * $\sqrt{\ln(1/\delta)/(2n)}$. Source: Hoeffding 1963.
 */
export function hoeffding(samples: number, delta: number): number {
  return Math.sqrt(Math.log(1 / delta) / (2 * samples));
}
