import type { Field } from "../num/field.ts";
import type { Dist } from "./dist.ts";
import { excess } from "./excess.ts";
import { normalise } from "./normalise.ts";

/** Supports up to this size are worked out again sooner than looked up. */
const SMALL = 64;
const known = new WeakMap<object, WeakMap<object, Dist<unknown, unknown>>>();

/**
 * The law of the correction after a rejection: $\mathrm{norm}(\max(p - q, 0))$.
 *
 * `q` may be a sub-law: mass that proposes nothing counts as rejected. Defined only where $p \ne \min(p, q)$; where
 * nothing was proposed at all it is $p$ itself. For two large laws it is computed once: an enumeration rejects each of
 * thousands of drafts with the same one.
 */
export const residual = <W, A>(field: Field<W>, p: Dist<W, A>, q: Dist<W, A>): Dist<W, A> => {
  if (q.support.length === 0) return p;
  if (p.support.length <= SMALL) return normalise(field, excess(field, p, q));
  let byQ = known.get(p);
  if (byQ === undefined) {
    byQ = new WeakMap();
    known.set(p, byQ);
  }
  const law = (byQ.get(q) as Dist<W, A> | undefined) ?? normalise(field, excess(field, p, q));
  byQ.set(q, law);
  return law;
};
