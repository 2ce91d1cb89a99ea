import type { Field } from "../num/field.ts";
import { type Dist, dist } from "./dist.ts";

/** What is left of `p` when `q` is taken away: the weights $\max(p - q, 0)$, of mass $1 - \sum \min(p, q)$ for a law `p`. */
export const excess = <W, A>(field: Field<W>, p: Dist<W, A>, q: Dist<W, A>): Dist<W, A> =>
  dist(
    field,
    p.support,
    p.support.map((value) => field.monus(p.weight(value), q.weight(value))),
  );
