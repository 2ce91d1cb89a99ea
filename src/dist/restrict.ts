import type { Field } from "../num/field.ts";
import { type Dist, dist } from "./dist.ts";

/** The sub-law on the values that `keep` accepts: the weights stay, mass is lost. */
export const restrict = <W, A>(field: Field<W>, law: Dist<W, A>, keep: (value: A) => boolean): Dist<W, A> => {
  const support = law.support.filter(keep);
  return dist(
    field,
    support,
    support.map((value) => law.weight(value)),
  );
};
