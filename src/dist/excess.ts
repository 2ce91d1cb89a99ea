import type { Field } from "../num/field.ts";
import { type Dist, dist, weightsOf } from "./dist.ts";

/** What is left of `p` when `q` is taken away: the weights $\max(p - q, 0)$, of mass $1 - \sum \min(p, q)$ for a law `p`. */
export const excess = <W, A>(field: Field<W>, p: Dist<W, A>, q: Dist<W, A>): Dist<W, A> =>
  dist(
    field,
    p.support,
    weightsOf(p).map((weight, at) => field.monus(weight, q.weight(p.support[at] as A))),
  );
