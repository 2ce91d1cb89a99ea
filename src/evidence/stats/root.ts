/**
 * Where an increasing function of a non-negative number reaches a level, by doubling and then bisection.
 *
 * The answer is the upper end of the last bracket, so that `increasing(root(…)) >= level`; it is exact to the last
 * bits.
 */
export function root(increasing: (x: number) => number, level: number): number {
  let low = 0;
  let high = 1;
  while (increasing(high) < level) {
    low = high;
    high *= 2;
    if (high === Infinity) throw new RangeError(`root: the function stays below ${level}`);
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (high - low <= 1e-14 * high || middle === low) return high;
    if (increasing(middle) < level) low = middle;
    else high = middle;
  }
}
