import { at as itemAt } from "../../../core/num/at.ts";
import type { Expr } from "../../../core/num/expr.ts";
import { constant, minus, type Polynomial, unknown } from "./polynomial.ts";
import { fromPolynomial, one, type RationalFunction, zero } from "./rational-function.ts";
import { Work } from "./work.ts";

/** A law about which nothing is known: one unknown probability for each token. */
export interface UnknownLaw {
  readonly side: "target" | "drafter";
  /** The tokens before the predicted one. */
  readonly context: readonly number[];
  /** The tokens that may have mass, and the formulas of their probabilities. */
  readonly tokens: readonly number[];
  readonly formulas: readonly Expr[];
}

/** The minimum of two polynomials, kept as one opaque letter. */
export interface Letter {
  readonly left: Polynomial;
  readonly right: Polynomial;
  /** Is it known to be non-negative? */
  readonly nonNegative: boolean;
}

/**
 * The unknowns of one symbolic run, numbered: probabilities, and letters.
 *
 * The last probability of every law is eliminated, as 1 minus the others, so that sums to one vanish without a rule. It
 * keeps a number of its own for certificates that put it back.
 */
export class Ring {
  /** The work of the row. */
  readonly work: Work;
  readonly laws: UnknownLaw[] = [];
  readonly letters = new Map<number, Letter>();
  private readonly values = new Map<string, RationalFunction>();
  private readonly law = new Map<number, readonly number[]>();
  private readonly numbers = new Map<UnknownLaw, readonly number[]>();
  private count = 0;

  constructor(work: Work = new Work()) {
    this.work = work;
  }

  addLaw(law: UnknownLaw): void {
    this.laws.push(law);
    const numbers = law.formulas.map(() => this.count++);
    this.numbers.set(law, numbers);
    for (const number of numbers) this.law.set(number, numbers);
    let last: Polynomial = constant(1n);
    law.formulas.forEach((formula, at) => {
      const number = itemAt(numbers, at);
      if (at + 1 === law.formulas.length) {
        this.values.set(formula.name, law.formulas.length === 1 ? one : fromPolynomial(last));
      } else {
        this.values.set(formula.name, fromPolynomial(unknown(number)));
        last = minus(last, unknown(number));
      }
    });
  }

  /** The numbers of a law's probabilities, in the order of its tokens. */
  numbersOf(law: UnknownLaw): readonly number[] {
    return this.numbers.get(law) as readonly number[];
  }

  addLetter(letter: Letter): number {
    const number = this.count++;
    this.letters.set(number, letter);
    return number;
  }

  /** A probability as a function of the unknowns that are left; zero where no law has it: then it was set to zero. */
  value(name: string): RationalFunction {
    return this.values.get(name) ?? zero;
  }

  /** The numbers of the law that an unknown belongs to, its last one included; undefined for letters. */
  lawOf(number: number): readonly number[] | undefined {
    return this.law.get(number);
  }

  isNonNegative(number: number): boolean {
    return this.letters.get(number)?.nonNegative ?? true;
  }
}
