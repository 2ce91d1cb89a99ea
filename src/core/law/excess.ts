import type { Field } from "../num/field.ts";
import { type Dist, reweighted, weightsOf } from "./dist.ts";

/**
 * What is left of `p` when `q` is taken away: the weights $\max(p - q, 0)$, of mass $1 - \sum \min(p, q)$ for a law `p`.
 *
 * @example
 * const p = dist(float64, ["a", "b"], [0.25, 0.75]);
 * weightsOf(excess(float64, p, dist(float64, ["a", "b"], [0.5, 0.5]))); // → [0, 0.25]
 */
export function excess<W, A>(field: Field<W>, p: Dist<W, A>, q: Dist<W, A>): Dist<W, A> {
  const { support } = p;
  const weights = weightsOf(p);
  const left = new Array<W>(weights.length);
  for (let at = 0; at < weights.length; at++) left[at] = field.monus(weights[at] as W, q.weight(support[at] as A));
  return reweighted(field, p, left);
}
