import type { Field } from "../num/field.ts";
import { type Dist, dist, weightsOf } from "./dist.ts";

/** What a predicate keeps of a support: the values, and their places. */
interface Kept<A> {
  readonly support: readonly A[];
  readonly places: readonly number[];
}

/** Of every predicate, what it keeps of every support: the laws of a model share one, and are restricted alike. */
const known = new WeakMap<object, WeakMap<readonly unknown[], Kept<unknown>>>();

const keptOf = <A>(support: readonly A[], keep: (value: A) => boolean): Kept<A> => {
  let bySupport = known.get(keep);
  if (bySupport === undefined) {
    bySupport = new WeakMap();
    known.set(keep, bySupport);
  }
  let kept = bySupport.get(support) as Kept<A> | undefined;
  if (kept === undefined) {
    const places = Array.from(support.keys()).filter((at) => keep(support[at] as A));
    kept = { support: places.map((at) => support[at] as A), places };
    bySupport.set(support, kept);
  }
  return kept;
};

/** The sub-law on the values that `keep`, a pure function, accepts: the weights stay, mass is lost. */
export const restrict = <W, A>(field: Field<W>, law: Dist<W, A>, keep: (value: A) => boolean): Dist<W, A> => {
  const { support, places } = keptOf(law.support, keep);
  const weights = weightsOf(law);
  const left = new Array<W>(places.length);
  for (let at = 0; at < places.length; at++) left[at] = weights[places[at] as number] as W;
  return dist(field, support, left);
};
