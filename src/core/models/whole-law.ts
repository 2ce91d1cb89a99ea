import { type Dist, dist } from "../law/dist.ts";
import { Places } from "../law/places.ts";
import { Remembering } from "../law/remembering.ts";
import { at as itemAt } from "../num/at.ts";
import { float64 } from "../num/float64.ts";
import { type Rational, rational } from "../num/rational.ts";
import type { Token } from "../vocab/vocabulary.ts";

/**
 * A law with whole-number weights: $p(x) = n_x / \sum_y n_y$.
 *
 * It is one and the same law in doubles, where it is sampled, and in exact fractions, where it is verified: weights and
 * total stay below $2^{53}$, so that neither form rounds more than a division does.
 */
export interface WholeLaw {
  /** Ids in ascending order. */
  readonly support: readonly number[];
  /** The $n_x$ in the order of the support. */
  readonly weights: readonly number[];
  readonly total: number;
}

const sharesOf = (whole: readonly number[], total: number): number[] => {
  const shares = new Array<number>(whole.length);
  for (let at = 0; at < whole.length; at++) shares[at] = itemAt(whole, at) / total;
  return shares;
};

/** A law in doubles on all ids from 0 up: of a target's law most tokens are never asked for. */
class DenseDist<V extends string> extends Remembering implements Dist<number, Token<V>> {
  readonly support: readonly Token<V>[];
  readonly #whole: readonly number[];
  readonly #total: number;
  #shares: number[] | undefined;

  constructor({ support, weights, total }: WholeLaw) {
    super();
    this.support = support as readonly Token<V>[];
    this.#whole = weights;
    this.#total = total;
  }
  get weights(): readonly number[] {
    this.#shares ??= sharesOf(this.#whole, this.#total);
    return this.#shares;
  }
  weight(token: Token<V>): number {
    return (this.#whole[token] ?? 0) / this.#total;
  }
}

/** Exact fractions made when they are looked at: a context's law of thousands of them is not kept. */
class FractionDist<V extends string> extends Remembering implements Dist<Rational, Token<V>> {
  readonly support: readonly Token<V>[];
  readonly #whole: readonly number[];
  readonly #total: bigint;
  #places: Places<Token<V>> | undefined;

  constructor({ support, weights, total }: WholeLaw) {
    super();
    this.support = support as readonly Token<V>[];
    this.#whole = weights;
    this.#total = BigInt(total);
  }
  get weights(): readonly Rational[] {
    return this.#whole.map((weight) => this.#fraction(weight));
  }
  weight(token: Token<V>): Rational {
    // Ids from 0 up stand at their own places.
    if (this.support[token] === token) return this.#fraction(itemAt(this.#whole, token));
    this.#places ??= new Places(this.support);
    return this.#fraction(this.#whole[this.#places.of(token)] ?? 0);
  }
  #fraction(weight: number): Rational {
    return weight === 0 ? rational.zero : rational.ratio(BigInt(weight), this.#total);
  }
}

/** The law in doubles. */
export function inDoubles<V extends string>(law: WholeLaw): Dist<number, Token<V>> {
  const { support, weights, total } = law;
  if (support.length > 0 && support.at(-1) === support.length - 1) return new DenseDist(law);
  return dist(float64, support as readonly Token<V>[], sharesOf(weights, total));
}

/** The law in exact fractions. */
export function inFractions<V extends string>(law: WholeLaw): Dist<Rational, Token<V>> {
  return new FractionDist(law);
}
