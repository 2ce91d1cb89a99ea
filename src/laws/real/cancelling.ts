import type { DecidableField } from "../../num/field.ts";
import { Rational, rational } from "../../num/rational.ts";

/**
 * Exact rationals whose products drop a numerator that divides the other's denominator.
 *
 * The same numbers as in `rational`, written shorter where a draft of weight $m/N$ is kept with chance
 * $n / (m \cdot M)$: $m$ disappears, and the thousands of paths of a real vocabulary keep a common denominator, so that
 * adding them up needs no greatest common divisor. Costs a division a product.
 */
export const cancelling: DecidableField<Rational> = {
  ...rational,
  mul: (a, b) => {
    if (a === rational.one) return b;
    if (b === rational.one) return a;
    if (a.numerator > 1n && b.denominator % a.numerator === 0n) {
      return new Rational(b.numerator, a.denominator * (b.denominator / a.numerator));
    }
    return rational.mul(a, b);
  },
};
