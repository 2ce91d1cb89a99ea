import type { Dist } from "../../law/dist.ts";
import type { Field } from "../../num/field.ts";

/** The chance to keep a draft `x` that was proposed with law `q`: $\min(1, p(x) / q(x))$. */
export function keep<W, A>(field: Field<W>, p: Dist<W, A>, q: Dist<W, A>, x: A): W {
  return field.min(field.one, field.div(p.weight(x), q.weight(x)));
}
