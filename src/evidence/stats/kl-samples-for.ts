import { at } from "../../core/num/at.ts";
import { agrawal } from "./agrawal.ts";
import { chiSquaredCritical } from "./chi-squared-tail.ts";
import { root } from "./root.ts";
import type { Rates } from "./verdict.ts";

/**
 * How many samples the relative-entropy test needs to see one given faulty law $o$ with the promised power.
 *
 * The test refutes when $n\,\mathrm{KL}(\hat p \,\|\, p)$ exceeds a number $c$ that depends on `alpha` and the number of
 * cells alone ({@link agrawal}: the false-alarm rate holds at every $n$). Under $o$ that quantity is close to normal with
 * mean at least $n D$ and variance $n V + (k-1)/2$, $D = \sum o \ln(o/p)$, $V = \mathrm{Var}_o \ln(o/p)$, so
 * $$n D - z \sqrt{n V + (k-1)/2} \ge c$$
 * with $z$ the normal quantile of the power. Where $o$ leaves the support of $p$ one such sample refutes, and the smaller of
 * the two sizes is given. Infinite where the laws agree.
 */
export function klSamplesFor(faulty: readonly number[], law: readonly number[], rates: Rates): number {
  let outside = 0;
  let divergence = 0;
  let square = 0;
  let cells = 0;
  law.forEach((p, i) => {
    const o = at(faulty, i);
    if (p > 0) cells++;
    if (o <= 0) return;
    if (p === 0) outside += o;
    else {
      const log = Math.log(o / p);
      divergence += o * log;
      square += o * log * log;
    }
  });
  const bySupport =
    outside > 1e-9 ? Math.ceil(Math.log(1 - rates.power) / Math.log1p(-Math.min(outside, 1 - 1e-12))) : Infinity;
  if (!(divergence > 1e-9)) return bySupport;
  const degrees = Math.max(1, cells - 1);
  const critical = agrawal(1, degrees + 1).radius(rates.alpha);
  const z = Math.sqrt(chiSquaredCritical(2 * (1 - rates.power), 1));
  const variance = Math.max(0, square - divergence ** 2);
  const excess = (n: number) => n * divergence - z * Math.sqrt(n * variance + degrees / 2) - critical;
  return Math.min(bySupport, Math.ceil(root(excess, 0)));
}
