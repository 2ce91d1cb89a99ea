import type { DecidableField } from "../../../core/num/field.ts";
import { Rational, rational } from "../../../core/num/rational.ts";

/**
 * Exact rationals that keep a common denominator where there is one.
 *
 * The same numbers as in `rational`, written shorter in two cases. A draft of weight $m/N$ is kept with chance
 * $n / (m \cdot M)$: a numerator that divides the other's denominator disappears. And where one denominator divides the
 * other, as $N$ divides $N M$ in what is left of p when q is taken away, sums, differences and quotients take the
 * larger one. So the thousands of paths of a real vocabulary have one denominator, and adding them up needs no greatest
 * common divisor. Costs a division an operation.
 */
export const cancelling: DecidableField<Rational> = {
  ...rational,
  add: (a, b) => rational.add(...alike(a, b)),
  monus: (a, b) => rational.monus(...alike(a, b)),
  div: (a, b) => rational.div(...alike(a, b)),
  mul: (a, b) => {
    if (a === rational.one) return b;
    if (b === rational.one) return a;
    if (a.numerator > 1n && b.denominator % a.numerator === 0n) {
      return new Rational(b.numerator, a.denominator * (b.denominator / a.numerator));
    }
    return rational.mul(a, b);
  },
};

/** The two over the larger denominator where the smaller divides it. */
const alike = (a: Rational, b: Rational): [Rational, Rational] => {
  if (a.denominator === b.denominator) return [a, b];
  if (a.denominator < b.denominator) return [over(a, b.denominator), b];
  return [a, over(b, a.denominator)];
};

const over = (a: Rational, denominator: bigint): Rational =>
  denominator % a.denominator === 0n ? new Rational(a.numerator * (denominator / a.denominator), denominator) : a;
