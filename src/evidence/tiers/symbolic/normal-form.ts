import type { Expr } from "../../../core/num/expr.ts";
import { Certificates } from "./certificate.ts";
import { keyOf, minus, type Polynomial, unknown } from "./polynomial.ts";
import {
  commonFactors,
  difference,
  expandOver,
  type Factor,
  fromPolynomial,
  gcd,
  isZero,
  type RationalFunction,
  ratio,
  sum,
  times,
  zero,
} from "./rational-function.ts";
import type { Ring } from "./ring.ts";
import type { Work } from "./work.ts";

/** A formula divides by what is zero for all laws. */
export class DividesByZero extends Error {
  constructor() {
    super("a weight divides by what is zero for all laws");
    this.name = "DividesByZero";
  }
}

/**
 * Formulas as rational functions over the unknowns, each minimum one opaque letter, $\max(a - b, 0) = a - \min(a, b)$.
 *
 * It is the value of the formula wherever nothing that the formula divides by is zero. Common factors are pulled out of a
 * minimum, and the letter is named by the unordered pair that is left: $\min(1, p/q) = \min(q, p) / q$, so that nested ratios
 * meet the same letters again. Where one argument is never larger it is the minimum.
 */
export class NormalForm {
  readonly ring: Ring;
  readonly certificates: Certificates;
  private readonly assumed = new Map<string, 1 | -1>();
  private readonly known = new Map<Expr, RationalFunction>();
  private readonly letters = new Map<string, RationalFunction>();
  /** The work of the row. */
  readonly work: Work;

  constructor(ring: Ring) {
    this.ring = ring;
    this.certificates = new Certificates(ring);
    this.work = ring.work;
  }

  /** From now on this polynomial counts as nowhere negative (1) or nowhere positive (-1): the case says so. */
  assume(a: Polynomial, sign: 1 | -1): void {
    this.assumed.set(keyOf(a), sign);
  }

  /** 1 where it is nowhere negative, -1 where nowhere positive; undefined when that is not known. */
  polynomialSign(a: Polynomial): 1 | -1 | undefined {
    const assumed = this.assumed.get(keyOf(a));
    if (assumed !== undefined) return assumed;
    if (this.certificates.nonNegative(a)) return 1;
    return this.certificates.nonPositive(a) ? -1 : undefined;
  }

  /** 0 for the zero function; else as {@link polynomialSign}. */
  sign(a: RationalFunction): 0 | 1 | -1 | undefined {
    if (isZero(a)) return 0;
    let sign: 1 | -1 = a.numerator < 0n ? -1 : 1;
    for (const { base, exponent } of a.factors.values()) {
      if (exponent % 2 === 0) continue;
      const factor = this.polynomialSign(base);
      if (factor === undefined) return undefined;
      if (factor < 0) sign = -sign as 1 | -1;
    }
    return sign;
  }

  of(formula: Expr): RationalFunction {
    let known = this.known.get(formula);
    if (known === undefined) {
      this.work.check();
      known = this.compute(formula);
      this.known.set(formula, known);
    }
    return known;
  }

  private compute(formula: Expr): RationalFunction {
    if (formula.kind === "variable") return this.ring.value(formula.name);
    if (formula.kind === "constant") return ratio(formula.numerator, formula.denominator);
    const a = this.of(formula.left as Expr);
    const b = this.of(formula.right as Expr);
    switch (formula.kind) {
      case "add":
        return sum(this.work, [a, b]);
      case "mul":
        return times(a, b);
      case "div":
        if (isZero(b)) throw new DividesByZero();
        return times(a, b, -1);
      case "min":
        return this.min(a, b);
      case "monus":
        return difference(this.work, a, this.min(a, b));
    }
  }

  private min(a: RationalFunction, b: RationalFunction): RationalFunction {
    if (isZero(a) || isZero(b)) return zero;
    const sign = this.sign(difference(this.work, a, b));
    if (sign !== undefined) return sign <= 0 ? a : b;
    // Only what is nowhere negative may be pulled out of a minimum.
    const pulled = new Map<string, Factor>();
    let flipped = false;
    for (const [key, { base, exponent }] of commonFactors([a, b])) {
      const factor = exponent % 2 === 0 ? 1 : this.polynomialSign(base);
      if (factor === undefined) {
        if (exponent !== 1) pulled.set(key, { base, exponent: exponent - 1 });
      } else {
        pulled.set(key, { base, exponent });
        if (factor < 0) flipped = !flipped;
      }
    }
    const { denominator, polynomials } = expandOver(this.work, [a, b], pulled);
    const sides = flipped ? polynomials.map((side) => minus(new Map(), side)) : polynomials;
    const outside = { numerator: flipped ? -1n : 1n, denominator, factors: pulled };
    const [left, right] = sides.map((side) => fromPolynomial(side));
    return times(outside, this.letter(left as RationalFunction, right as RationalFunction, sides));
  }

  private letter(left: RationalFunction, right: RationalFunction, sides: readonly Polynomial[]): RationalFunction {
    const scale = gcd(left.numerator, right.numerator);
    const [a, b] = sides.map((side): Polynomial => new Map([...side].map(([monomial, c]) => [monomial, c / scale])));
    const name = [keyOf(a as Polynomial), keyOf(b as Polynomial)].sort().join(" min ");
    let letter = this.letters.get(name);
    if (letter === undefined) {
      const nonNegative = [a, b].every((side) => this.certificates.nonNegative(side as Polynomial));
      const number = this.ring.addLetter({ left: a as Polynomial, right: b as Polynomial, nonNegative });
      letter = fromPolynomial(unknown(number));
      this.letters.set(name, letter);
    }
    return times(letter, ratio(scale, 1n));
  }
}
