import { at } from "../../../core/num/at.ts";
import {
  constant,
  factorsOf,
  keyOf,
  monomialOf,
  negated,
  type Polynomial,
  plus,
  times as timesPolynomial,
  unknown,
} from "./polynomial.ts";
import type { Work } from "./work.ts";

/** A polynomial factor with its exponent, which is not zero. */
export interface Factor {
  readonly base: Polynomial;
  readonly exponent: number;
}

/**
 * A rational function as a product, $\frac{n}{d} \prod_i f_i^{e_i}$, factors by their keys: common factors then cancel by
 * themselves. It is zero exactly if $n = 0$. Factors are not split into irreducible ones, and need not be: sums are expanded
 * over what is not common, and a sum is zero exactly if its expansion is.
 */
export interface RationalFunction {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly factors: ReadonlyMap<string, Factor>;
}

const NONE: ReadonlyMap<string, Factor> = new Map();
export const zero: RationalFunction = { numerator: 0n, denominator: 1n, factors: NONE };
export const one: RationalFunction = { numerator: 1n, denominator: 1n, factors: NONE };

export function isZero(a: RationalFunction): boolean {
  return a.numerator === 0n;
}

const absolute = (a: bigint): bigint => (a < 0n ? -a : a);
/** The greatest common divisor, which is not negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const reduced = (numerator: bigint, denominator: bigint, factors: ReadonlyMap<string, Factor>): RationalFunction => {
  const divisor = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor, factors };
};

export function ratio(numerator: bigint, denominator: bigint): RationalFunction {
  return reduced(numerator, denominator, NONE);
}

/** A polynomial with its content, its sign and its common unknowns pulled out. */
export function fromPolynomial(a: Polynomial): RationalFunction {
  if (a.size === 0) return zero;
  let content = 0n;
  let common: Map<number, number> | undefined;
  for (const [monomial, c] of a) {
    content = gcd(content, c);
    const counts = new Map<number, number>();
    for (const factor of factorsOf(monomial)) counts.set(factor, (counts.get(factor) ?? 0) + 1);
    if (common === undefined) common = counts;
    else for (const [factor, count] of common) common.set(factor, Math.min(count, counts.get(factor) ?? 0));
  }
  const factors = new Map<string, Factor>();
  const pulled: number[] = [];
  for (const [factor, count] of common as Map<number, number>) {
    if (count === 0) continue;
    const base = unknown(factor);
    factors.set(keyOf(base), { base, exponent: count });
    for (let i = 0; i < count; i++) pulled.push(factor);
  }
  let rest: Polynomial = new Map([...a].map(([monomial, c]) => [without(monomial, pulled), c / content]));
  const [, lead] = [...rest].reduce((least, term) => (term[0] < least[0] ? term : least));
  if (lead < 0n) {
    content = -content;
    rest = negated(rest);
  }
  // All that is left of a single term is 1.
  if (rest.size > 1) factors.set(keyOf(rest), { base: rest, exponent: 1 });
  return { numerator: content, denominator: 1n, factors };
}

const without = (monomial: string, factors: readonly number[]): string => {
  const rest = factorsOf(monomial);
  for (const factor of factors) rest.splice(rest.indexOf(factor), 1);
  return monomialOf(rest);
};

/** $a \cdot b^{\text{power}}$; dividing by zero is the caller's fault. */
export function times(a: RationalFunction, b: RationalFunction, power: 1 | -1 = 1): RationalFunction {
  if (power < 0 && isZero(b)) throw new RangeError("division by the zero function");
  if (isZero(a) || isZero(b)) return zero;
  if (b === one) return a;
  if (a === one && power > 0) return b;
  const factors = new Map(a.factors);
  for (const [key, { base, exponent }] of b.factors) {
    const total = (factors.get(key)?.exponent ?? 0) + power * exponent;
    if (total === 0) factors.delete(key);
    else factors.set(key, { base, exponent: total });
  }
  return power > 0
    ? reduced(a.numerator * b.numerator, a.denominator * b.denominator, factors)
    : reduced(a.numerator * b.denominator, a.denominator * b.numerator, factors);
}

/** The factors that all share, each with its least exponent: negative ones are common denominators. */
export function commonFactors(all: readonly RationalFunction[]): Map<string, Factor> {
  const common = new Map<string, Factor>();
  for (const { factors } of all) {
    for (const [key, { base }] of factors) {
      if (common.has(key)) continue;
      const exponent = Math.min(...all.map((a) => a.factors.get(key)?.exponent ?? 0));
      if (exponent !== 0) common.set(key, { base, exponent });
    }
  }
  return common;
}

/** The polynomials that are left of `all` over a common denominator, with `common` taken out. */
export function expandOver(
  work: Work,
  all: readonly RationalFunction[],
  common: ReadonlyMap<string, Factor>,
): { denominator: bigint; polynomials: Polynomial[] } {
  let denominator = 1n;
  for (const a of all) denominator = (denominator * a.denominator) / gcd(denominator, a.denominator);
  const shared: RationalFunction = { numerator: 1n, denominator: 1n, factors: common };
  const polynomials = all.map((a) => {
    const rest = [...times({ ...a, numerator: 1n, denominator: 1n }, shared, -1).factors.values()];
    let product = constant(a.numerator * (denominator / a.denominator));
    for (const { base, exponent } of rest.sort((x, y) => x.base.size - y.base.size)) {
      if (exponent < 0) throw new RangeError("a denominator was left out of the common factors");
      for (let i = 0; i < exponent; i++) product = timesPolynomial(work, product, base);
    }
    return product;
  });
  return { denominator, polynomials };
}

/** The sum; common factors are pulled out before anything is expanded. */
export function sum(work: Work, all: readonly RationalFunction[]): RationalFunction {
  const terms = all.filter((a) => !isZero(a));
  if (terms.length === 0) return zero;
  if (terms.length === 1) return at(terms, 0);
  const factors = commonFactors(terms);
  const { denominator, polynomials } = expandOver(work, terms, factors);
  const total = polynomials.reduce((left, right) => plus(left, right));
  return times(fromPolynomial(total), { numerator: 1n, denominator, factors });
}

export function negative(a: RationalFunction): RationalFunction {
  return { ...a, numerator: -a.numerator };
}

export function difference(work: Work, a: RationalFunction, b: RationalFunction): RationalFunction {
  return sum(work, [a, negative(b)]);
}

/** The polynomials that must not be zero for the function not to be zero. */
export function numeratorFactors(a: RationalFunction): Polynomial[] {
  return [...a.factors.values()].filter(({ exponent }) => exponent > 0).map(({ base }) => base);
}

/** The polynomials that it divides by. */
export function denominatorFactors(a: RationalFunction): Polynomial[] {
  return [...a.factors.values()].filter(({ exponent }) => exponent < 0).map(({ base }) => base);
}
