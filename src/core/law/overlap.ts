import { type Field, sum } from "../num/field.ts";
import type { Dist } from "./dist.ts";

/**
 * $\sum_x \min(p(x), q(x))$, which is $1 - \mathrm{TV}(p, q)$ when both are laws.
 *
 * @example
 * const p = dist(float64, ["a", "b"], [0.25, 0.75]);
 * overlap(float64, p, dist(float64, ["a", "b"], [0.5, 0.5])); // → 0.75
 */
export function overlap<W, A>(field: Field<W>, p: Dist<W, A>, q: Dist<W, A>): W {
  return sum(
    field,
    p.support.map((value) => field.min(p.weight(value), q.weight(value))),
  );
}
