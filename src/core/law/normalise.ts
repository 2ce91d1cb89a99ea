import type { Field } from "../num/field.ts";
import { type Dist, mass, reweighted, weightsOf } from "./dist.ts";

/**
 * $\mathrm{norm}(r)(x) = r(x) / \sum_y r(y)$; defined only where the mass is not zero.
 *
 * @example
 * weightsOf(normalise(float64, dist(float64, ["a", "b"], [0.25, 0.25]))); // → [0.5, 0.5]
 */
export function normalise<W, A>(field: Field<W>, law: Dist<W, A>): Dist<W, A> {
  const total = mass(field, law);
  const weights = weightsOf(law);
  const shares = new Array<W>(weights.length);
  for (let at = 0; at < weights.length; at++) shares[at] = field.div(weights[at] as W, total);
  return reweighted(field, law, shares);
}
