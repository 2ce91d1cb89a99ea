import type { Field } from "../num/field.ts";
import { type Dist, dist, weightsOf } from "./dist.ts";

/** What a predicate keeps of a support: the values, and their places. */
interface Kept {
  readonly from: readonly unknown[];
  readonly keep: unknown;
  readonly support: readonly unknown[];
  readonly places: readonly number[];
}

/** The last one: the laws of a model share one support, and are restricted alike. */
let last: Kept | undefined;

const keptOf = <A>(from: readonly A[], keep: (value: A) => boolean): Kept => {
  if (last?.from === from && last.keep === keep) return last;
  const places: number[] = [];
  for (let at = 0; at < from.length; at++) if (keep(from[at] as A)) places.push(at);
  last = { from, keep, support: places.map((at) => from[at]), places };
  return last;
};

/** The sub-law on the values that `keep`, a pure function, accepts: the weights stay, mass is lost. */
export const restrict = <W, A>(field: Field<W>, law: Dist<W, A>, keep: (value: A) => boolean): Dist<W, A> => {
  const { support, places } = keptOf(law.support, keep);
  const weights = weightsOf(law);
  const left = new Array<W>(places.length);
  for (let at = 0; at < places.length; at++) left[at] = weights[places[at] as number] as W;
  return dist(field, support as readonly A[], left);
};
