import type { Field } from "../num/field.ts";
import { type Dist, dist, mass, weightsOf } from "./dist.ts";

/** $\mathrm{norm}(r)(x) = r(x) / \sum_y r(y)$; defined only where the mass is not zero. */
export const normalise = <W, A>(field: Field<W>, law: Dist<W, A>): Dist<W, A> => {
  const total = mass(field, law);
  return dist(
    field,
    law.support,
    weightsOf(law).map((weight) => field.div(weight, total)),
  );
};
