import gammainc from "@stdlib/math-base-special-gammainc";
import gammaln from "@stdlib/math-base-special-gammaln";
import { root } from "./root.ts";

/**
 * The upper tail of the chi-squared law: the chance that it exceeds a value, computed directly and never as one minus
 * the rest.
 *
 * $$P(\chi^2_k > x) = Q(k/2, x/2) = \frac{1}{\Gamma(k/2)} \int_{x/2}^\infty t^{k/2-1} e^{-t}\,dt$$
 * Source: DLMF 8.2.4 and, for the recurrence, 8.8.6. `gammainc` 0.3.1 is right to 15 digits while $x/2 \le 1000$ and up
 * to 4 % wrong beyond (it then uses a large-argument series even where $a$ is close to $x$); there the recurrence takes
 * over.
 */
export function chiSquaredTail(x: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`degrees: found ${degrees}, expected a positive number`);
  if (Number.isNaN(x)) throw new RangeError("chiSquaredTail: found NaN, expected a number");
  if (x === Infinity) return 0;
  const half = Math.max(0, x / 2);
  return half <= librarySafe ? gammainc(half, degrees / 2, true, true) : tailByRecurrence(degrees / 2, half);
}

/** The value that the chi-squared law exceeds with probability `alpha`. */
export function chiSquaredCritical(alpha: number, degrees: number): number {
  return root((x) => -chiSquaredTail(x, degrees), -alpha);
}

/** The largest $x/2$ for which the library's incomplete gamma function is used; see {@link chiSquaredTail}. */
const librarySafe = 1000;

/** $X^a e^{-X} / \Gamma(a+1)$, the step of the recurrence $Q(a+1, X) = Q(a, X) + X^a e^{-X} / \Gamma(a+1)$. */
export function gammaStep(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - gammaln(a + 1));
}

/**
 * The recurrence, summed from its last step down to the first that no longer counts. That one comes before $b = 0$, as
 * $e^{-1000}$ is no double.
 */
const tailByRecurrence = (a: number, x: number): number => {
  let sum = 0;
  for (let b = a - 1; ; b--) {
    const step = gammaStep(b, x);
    sum += step;
    if (b < x && step <= 1e-17 * sum) return Math.min(sum, 1);
  }
};
