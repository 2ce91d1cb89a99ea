import type { Field } from "../num/field.ts";
import type { Dist } from "./dist.ts";
import { excess } from "./excess.ts";
import { normalise } from "./normalise.ts";
import { remembered } from "./remembering.ts";

/**
 * The law of the correction after a rejection: $\mathrm{norm}(\max(p - q, 0))$.
 *
 * `q` may be a sub-law: mass that proposes nothing counts as rejected. Defined only where $p \ne \min(p, q)$; where
 * nothing was proposed at all it is $p$ itself. Asked again for the same two laws, it is the same, which `p` keeps: an
 * enumeration rejects each of thousands of drafts with it.
 *
 * @example
 * const p = dist(float64, ["a", "b"], [0.25, 0.75]);
 * const q = dist(float64, ["a", "b"], [0.5, 0.5]);
 * weightsOf(residual(float64, p, q)); // → [0, 1]
 */
export function residual<W, A>(field: Field<W>, p: Dist<W, A>, q: Dist<W, A>): Dist<W, A> {
  return q.support.length === 0 ? p : remembered(p, field, q, () => normalise(field, excess(field, p, q)));
}
