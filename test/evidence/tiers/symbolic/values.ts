import { factorsOf, type Polynomial } from "../../../../src/evidence/tiers/symbolic/polynomial.ts";
import type { RationalFunction } from "../../../../src/evidence/tiers/symbolic/rational-function.ts";

/** A fraction of whole numbers, the second one not zero; not reduced. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

/** The value of each unknown. */
export type Point = (unknown: number) => Fraction;

export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const equal = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b;
/** Negative, zero or positive as the fraction is. */
export const signOf = ([a, b]: Fraction): number => Math.sign(Number(a)) * Math.sign(Number(b));
export const minimum = (a: Fraction, b: Fraction): Fraction => (signOf(plus(a, times([-1n, 1n], b))) < 0 ? a : b);

/** A polynomial's value, term by term. */
export const valueAt = (polynomial: Polynomial, point: Point): Fraction =>
  [...polynomial]
    .map(([monomial, c]) =>
      factorsOf(monomial).reduce((product, factor) => times(product, point(factor)), [c, 1n] as Fraction),
    )
    .reduce(plus, [0n, 1n]);

/** A rational function's value, factor by factor; undefined where it divides by zero. */
export const valueOfFunction = (a: RationalFunction, point: Point): Fraction | undefined => {
  let value: Fraction = [a.numerator, a.denominator];
  for (const { base, exponent } of a.factors.values()) {
    const [above, below] = valueAt(base, point);
    if (above === 0n && exponent < 0) return undefined;
    for (let i = 0; i < Math.abs(exponent); i++) value = times(value, exponent > 0 ? [above, below] : [below, above]);
  }
  return value;
};
