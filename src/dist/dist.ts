import type { Field } from "../num/field.ts";

/** A finite law (or sub-law) on values `A`: every value outside the support has weight zero. */
export interface Dist<W, A> {
  readonly support: readonly A[];
  weight(value: A): W;
  /** The weights in the order of the support, where they are at hand; read them with {@link weightsOf}. */
  readonly weights?: readonly W[] | undefined;
}

/** The weights in the order of the support. */
export const weightsOf = <W, A>(law: Dist<W, A>): readonly W[] =>
  law.weights ?? law.support.map((value) => law.weight(value));

/** Supports up to this size are searched, larger ones indexed. */
const SEARCHED = 8;

class FiniteDist<W, A> implements Dist<W, A> {
  readonly support: readonly A[];
  readonly weights: readonly W[];
  private readonly zero: W;
  private index: Index<A> | undefined;

  constructor(zero: W, support: readonly A[], weights: readonly W[]) {
    this.zero = zero;
    this.support = support;
    this.weights = weights;
  }
  weight(value: A): W {
    if (this.support.length <= SEARCHED) {
      const at = this.support.indexOf(value);
      return at < 0 ? this.zero : (this.weights[at] as W);
    }
    this.index ??= indexOf(this.support);
    return this.weights[this.index(value)] ?? this.zero;
  }
}

/** Where each value of a support stands; -1 for all others. */
type Index<A> = (value: A) => number;

/** The last index: the laws of a model share one support. */
let last: { readonly support: readonly unknown[]; readonly index: Index<never> } | undefined;

const indexOf = <A>(support: readonly A[]): Index<A> => {
  if (last?.support === support) return last.index as Index<A>;
  const index = makeIndex(support);
  last = { support, index };
  return index;
};

/** Token ids that fill most of a vocabulary are looked up in an array, which costs a tenth of a map's time and memory. */
const makeIndex = <A>(support: readonly A[]): Index<A> => {
  const most = 4 * support.length;
  const isId = (value: unknown): boolean =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < most;
  if (support.every(isId)) {
    const places = new Int32Array(most).fill(-1);
    for (let place = 0; place < support.length; place++) places[support[place] as number] = place;
    return (value) => places[value as number] ?? -1;
  }
  const places = new Map(support.map((value, place) => [value, place]));
  return (value) => places.get(value) ?? -1;
};

/** The law with the given weights on distinct values. */
export const dist = <W, A>(field: Field<W>, support: readonly A[], weights: readonly W[]): Dist<W, A> =>
  new FiniteDist(field.zero, support, weights);

/** The law that is surely `value`. */
export const pointMass = <W, A>(field: Field<W>, value: A): Dist<W, A> => dist(field, [value], [field.one]);

/** The sub-law without any mass: what is proposed where nothing can be. */
export const nothing = <W, A>(field: Field<W>): Dist<W, A> => dist(field, [], []);

/**
 * Computes a law when it is first looked at. A class, since object literals with accessors cost a hidden class each, and
 * programs make these objects on every run.
 */
class LazyDist<W, A> implements Dist<W, A> {
  private law: Dist<W, A> | undefined;
  private readonly compute: () => Dist<W, A>;

  constructor(compute: () => Dist<W, A>) {
    this.compute = compute;
  }
  private force(): Dist<W, A> {
    this.law ??= this.compute();
    return this.law;
  }
  get support(): readonly A[] {
    return this.force().support;
  }
  get weights(): readonly W[] | undefined {
    return this.force().weights;
  }
  weight(value: A): W {
    return this.force().weight(value);
  }
}

/** A law computed when it is first looked at, and then kept. */
export const lazyDist = <W, A>(compute: () => Dist<W, A>): Dist<W, A> => new LazyDist(compute);

/** Total mass. Here and beside, loops and not `map`: laws of real models have thousands of weights, and it takes a seventh. */
export const mass = <W, A>(field: Field<W>, law: Dist<W, A>): W => {
  const weights = weightsOf(law);
  let total = field.zero;
  for (let at = 0; at < weights.length; at++) total = field.add(total, weights[at] as W);
  return total;
};
