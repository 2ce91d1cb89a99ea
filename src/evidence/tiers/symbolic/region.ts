import type { Expr } from "../../../core/num/expr.ts";
import type { NormalForm } from "./normal-form.ts";
import { factorsOf, keyOf, negated, type Polynomial } from "./polynomial.ts";
import { denominatorFactors, difference, numeratorFactors, type RationalFunction } from "./rational-function.ts";
import type { Ring } from "./ring.ts";

/** A mass was found to be possible, or not, in a case. */
export interface Assumption {
  readonly mass: Expr;
  readonly possible: boolean;
}

/** The program asks something that cases cannot be made of. */
export class Unsupported extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Unsupported";
  }
}

/**
 * The laws that one case is about: closed simplices, some unknowns set to zero, some polynomials positive, some linear ones
 * non-negative. Convex, but for open conditions, so that its interior is dense in it if there is one.
 */
export class Region {
  readonly ring: Ring;
  readonly form: NormalForm;
  readonly positive: Polynomial[] = [];
  readonly nonNegative: Polynomial[] = [];
  private readonly positiveKeys = new Set<string>();
  private readonly applied = new Set<Expr>();

  constructor(ring: Ring, form: NormalForm) {
    this.ring = ring;
    this.form = form;
  }

  /** Restricts the region. The laws that the mass is about must be known to the ring. */
  apply({ mass, possible }: Assumption): void {
    if (this.applied.has(mass)) return;
    this.applied.add(mass);
    if (mass.kind !== "monus") {
      const value = this.form.of(mass);
      if (denominatorFactors(value).some((factor) => this.form.polynomialSign(factor) === undefined)) {
        throw new Unsupported("the program asks whether a mass is possible that is no product of known signs");
      }
      for (const factor of numeratorFactors(value)) this.assumePositive(factor, this.form.polynomialSign(factor));
      return;
    }
    const excess = difference(this.form.work, this.form.of(mass.left as Expr), this.form.of(mass.right as Expr));
    const [factor, ...others] = numeratorFactors(excess);
    if (factor === undefined || others.length > 0 || denominatorFactors(excess).length > 0 || !this.isLinear(factor)) {
      throw new Unsupported("the program compares weights that are not linear in the unknown laws");
    }
    const sign = excess.numerator < 0n ? -1 : 1;
    if (possible) {
      this.form.assume(factor, sign);
      this.assumePositive(factor, sign);
    } else {
      this.form.assume(factor, sign < 0 ? 1 : -1);
      this.nonNegative.push(sign < 0 ? factor : negated(factor));
    }
  }

  /** Is the function zero nowhere in the region, as far as its conditions say so at once? */
  surelyNotZero(value: RationalFunction): boolean {
    return numeratorFactors(value).every((factor) => this.isPositive(factor));
  }

  isPositive(factor: Polynomial): boolean {
    return this.positiveKeys.has(keyOf(factor));
  }

  private assumePositive(factor: Polynomial, sign: 1 | -1 | undefined): void {
    if (sign === undefined) throw new Unsupported("the program asks whether a mass of unknown sign is possible");
    this.positiveKeys.add(keyOf(factor));
    this.positive.push(sign > 0 ? factor : negated(factor));
  }

  private isLinear(a: Polynomial): boolean {
    return [...a.keys()].every((monomial) => {
      const factors = factorsOf(monomial);
      return factors.length <= 1 && factors.every((factor) => !this.ring.letters.has(factor));
    });
  }
}
