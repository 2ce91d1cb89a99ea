import type { Field } from "../num/field.ts";
import { Places } from "./places.ts";
import { Remembering } from "./remembering.ts";

/** A finite law (or sub-law) on values `A`: every value outside the support has weight zero. */
export interface Dist<W, A> {
  readonly support: readonly A[];
  weight(value: A): W;
  /** The weights in the order of the support, where they are at hand; read them with {@link weightsOf}. */
  readonly weights?: readonly W[] | undefined;
}

/**
 * The weights in the order of the support.
 *
 * @example
 * weightsOf(dist(float64, ["a", "b"], [0.25, 0.75])); // → [0.25, 0.75]
 */
export function weightsOf<W, A>(law: Dist<W, A>): readonly W[] {
  return law.weights ?? law.support.map((value) => law.weight(value));
}

/** Supports up to this size are searched, larger ones indexed. */
const SEARCHED = 8;

class FiniteDist<W, A> extends Remembering implements Dist<W, A> {
  readonly support: readonly A[];
  readonly weights: readonly W[];
  readonly #zero: W;
  #places: Places<A> | undefined;

  constructor(zero: W, support: readonly A[], weights: readonly W[], places?: Places<A>) {
    super();
    this.#zero = zero;
    this.support = support;
    this.weights = weights;
    this.#places = places;
  }
  weight(value: A): W {
    const { support, weights } = this;
    if (support.length <= SEARCHED) {
      const at = support.indexOf(value);
      return at < 0 ? this.#zero : (weights[at] as W);
    }
    // Ids from 0 up stand at their own places.
    const at = support[value as number] === value ? (value as number) : this.places().of(value);
    return weights[at] ?? this.#zero;
  }
  /** The places of the support, which laws on the same support share. */
  places(): Places<A> {
    this.#places ??= new Places(this.support);
    return this.#places;
  }
}

/**
 * The law with the given weights on distinct values.
 *
 * @example
 * const law = dist(float64, ["a", "b"], [0.25, 0.75]);
 * [law.weight("b"), law.weight("c")]; // → [0.75, 0]
 */
export function dist<W, A>(field: Field<W>, support: readonly A[], weights: readonly W[]): Dist<W, A> {
  return new FiniteDist(field.zero, support, weights);
}

/** The law with the given weights on the values whose places are given, which are found only once for all such laws. */
export function distOn<W, A>(field: Field<W>, places: Places<A>, weights: readonly W[]): Dist<W, A> {
  return new FiniteDist(field.zero, places.support, weights, places);
}

/** The law with other weights on the support of `law`. */
export function reweighted<W, A>(field: Field<W>, law: Dist<W, A>, weights: readonly W[]): Dist<W, A> {
  const known = law instanceof LazyDist ? law.forced() : law;
  if (known instanceof FiniteDist && known.support.length > SEARCHED) return distOn(field, known.places(), weights);
  return dist(field, known.support, weights);
}

/**
 * The law that is surely `value`.
 *
 * @example
 * pointMass(float64, "a").weight("a"); // → 1
 */
export function pointMass<W, A>(field: Field<W>, value: A): Dist<W, A> {
  return dist(field, [value], [field.one]);
}

/** The sub-law without any mass: what is proposed where nothing can be. */
export function nothing<W, A>(field: Field<W>): Dist<W, A> {
  return dist(field, [], []);
}

/**
 * Computes a law when it is first looked at. A class, since object literals with accessors cost a hidden class each, and
 * programs make these objects on every run.
 */
class LazyDist<W, A> extends Remembering implements Dist<W, A> {
  #law: Dist<W, A> | undefined;
  readonly #compute: () => Dist<W, A>;

  constructor(compute: () => Dist<W, A>) {
    super();
    this.#compute = compute;
  }
  #force(): Dist<W, A> {
    this.#law ??= this.#compute();
    return this.#law;
  }
  /** The law itself, also where what was computed is computed when it is looked at. */
  forced(): Dist<W, A> {
    const law = this.#force();
    return law instanceof LazyDist ? law.forced() : law;
  }
  get support(): readonly A[] {
    return this.#force().support;
  }
  get weights(): readonly W[] | undefined {
    return this.#force().weights;
  }
  weight(value: A): W {
    return this.#force().weight(value);
  }
}

/**
 * A law computed when it is first looked at, and then kept.
 *
 * @example
 * let looked = 0;
 * const law = lazyDist(() => dist(float64, ["a"], [++looked]));
 * [looked, law.weight("a"), looked]; // → [0, 1, 1]
 */
export function lazyDist<W, A>(compute: () => Dist<W, A>): Dist<W, A> {
  return new LazyDist(compute);
}

/**
 * Total mass. Here and beside, loops and not `map`: laws of real models have thousands of weights, and it takes a seventh.
 *
 * @example
 * mass(float64, dist(float64, ["a", "b"], [0.25, 0.5])); // → 0.75
 */
export function mass<W, A>(field: Field<W>, law: Dist<W, A>): W {
  const weights = weightsOf(law);
  let total = field.zero;
  for (let at = 0; at < weights.length; at++) total = field.add(total, weights[at] as W);
  return total;
}
