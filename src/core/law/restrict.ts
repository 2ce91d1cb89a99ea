import { at as itemAt } from "../num/at.ts";
import type { Field } from "../num/field.ts";
import { type Dist, distOn, weightsOf } from "./dist.ts";
import { Places } from "./places.ts";

/** What a predicate keeps of a support: the values, and where they stood. */
export interface Kept<A> {
  readonly places: Places<A>;
  readonly from: readonly number[];
}

/** What a pure predicate keeps of each support. */
export type Keeper<A> = (support: readonly A[]) => Kept<A>;

/** The keeper of a predicate. It remembers the last support: the laws of a model share one, and are restricted alike. */
export function keeper<A>(keep: (value: A) => boolean): Keeper<A> {
  let last: { readonly support: readonly A[]; readonly kept: Kept<A> } | undefined;
  return (support) => {
    if (last?.support === support) return last.kept;
    const from: number[] = [];
    for (let at = 0; at < support.length; at++) if (keep(support[at] as A)) from.push(at);
    // Whoever has the keeper is handed what all others are: it cannot be written to.
    const values = Object.freeze(from.map((at) => support[at] as A));
    const kept = Object.freeze({ places: new Places(values), from: Object.freeze(from) });
    last = { support, kept };
    return kept;
  };
}

/** The sub-law on the values that are kept: the weights stay, mass is lost. */
export function restrictBy<W, A>(field: Field<W>, law: Dist<W, A>, keeps: Keeper<A>): Dist<W, A> {
  const { places, from } = keeps(law.support);
  const weights = weightsOf(law);
  const left = new Array<W>(from.length);
  for (let at = 0; at < from.length; at++) left[at] = weights[itemAt(from, at)] as W;
  return distOn(field, places, left);
}

/**
 * The sub-law on the values that `keep`, a pure function, accepts.
 *
 * @example
 * weightsOf(restrict(float64, dist(float64, ["a", "b"], [0.25, 0.75]), (x) => x === "b")); // → [0.75]
 */
export function restrict<W, A>(field: Field<W>, law: Dist<W, A>, keep: (value: A) => boolean): Dist<W, A> {
  return restrictBy(field, law, keeper(keep));
}
