import type { Field } from "../num/field.ts";
import type { Dist } from "./dist.ts";
import { excess } from "./excess.ts";
import { normalise } from "./normalise.ts";

/** The last one that was computed. */
let last: { readonly p: unknown; readonly q: unknown; readonly law: unknown } | undefined;

/**
 * The law of the correction after a rejection: $\mathrm{norm}(\max(p - q, 0))$.
 *
 * `q` may be a sub-law: mass that proposes nothing counts as rejected. Defined only where $p \ne \min(p, q)$; where
 * nothing was proposed at all it is $p$ itself. Asked again for the same two laws, it is the same: an
 * enumeration rejects each of thousands of drafts with it.
 */
export const residual = <W, A>(field: Field<W>, p: Dist<W, A>, q: Dist<W, A>): Dist<W, A> => {
  if (q.support.length === 0) return p;
  if (last?.p === p && last.q === q) return last.law as Dist<W, A>;
  const law = normalise(field, excess(field, p, q));
  last = { p, q, law };
  return law;
};
