import { factorsOf, keyOf, monomialOf, negated, type Polynomial, plus, times } from "./polynomial.ts";
import type { Ring } from "./ring.ts";

/** Replacements tried for one polynomial. */
const MOST_TRIES = 200;

/**
 * Finds out, without a solver, that a polynomial is nowhere negative: `true` is a proof, `false` says nothing.
 *
 * A letter is at most each of its two polynomials, so that one with a negative coefficient may be replaced by either. What
 * is left over laws alone is written with the eliminated probabilities put back, all terms of a law raised to one degree by
 * factors $1 = \sum_x p(x)$: if no coefficient is negative then, no value is.
 */
export class Certificates {
  private readonly ring: Ring;
  private readonly known = new Map<string, boolean>();

  constructor(ring: Ring) {
    this.ring = ring;
  }

  nonNegative(a: Polynomial): boolean {
    const key = keyOf(a);
    let known = this.known.get(key);
    if (known === undefined) {
      known = this.search(a, { left: MOST_TRIES });
      this.known.set(key, known);
    }
    return known;
  }

  nonPositive(a: Polynomial): boolean {
    return this.nonNegative(negated(a));
  }

  private search(a: Polynomial, tries: { left: number }): boolean {
    const negative = [...a].filter(([, c]) => c < 0n);
    if (negative.length === 0) return [...a.keys()].every((monomial) => this.isNonNegative(monomial));
    if (tries.left-- <= 0) return false;
    const lettersIn = negative.flatMap(([monomial]) => factorsOf(monomial).filter((i) => this.ring.letters.has(i)));
    if (lettersIn.length === 0) return this.nonNegativeOnLaws(a);
    const letter = Math.max(...lettersIn);
    const { left, right } = this.ring.letters.get(letter) as { left: Polynomial; right: Polynomial };
    return [left, right].some((bound) => {
      let raised: Polynomial = a;
      for (const [monomial, c] of negative) {
        const rest = factorsOf(monomial);
        const at = rest.indexOf(letter);
        if (at < 0) continue;
        rest.splice(at, 1);
        const cofactor = monomialOf(rest);
        if (!this.isNonNegative(cofactor)) return false;
        raised = plus(raised, new Map([[monomial, c]]), -1n);
        raised = plus(raised, times(this.ring.work, new Map([[cofactor, c]]), bound));
      }
      return this.search(raised, tries);
    });
  }

  private isNonNegative(monomial: string): boolean {
    return factorsOf(monomial).every((factor) => this.ring.isNonNegative(factor));
  }

  /** No negative term has a letter: those with letters are left out, as they are non-negative. */
  private nonNegativeOnLaws(a: Polynomial): boolean {
    const terms: [number[], bigint][] = [];
    for (const [monomial, c] of a) {
      const factors = factorsOf(monomial);
      if (factors.some((factor) => this.ring.letters.has(factor))) {
        if (!this.isNonNegative(monomial)) return false;
      } else terms.push([factors, c]);
    }
    const degrees = new Map<readonly number[], number>();
    const degreesOf = (factors: readonly number[]): Map<readonly number[], number> => {
      const found = new Map<readonly number[], number>();
      for (const factor of factors) {
        const law = this.ring.lawOf(factor) as readonly number[];
        found.set(law, (found.get(law) ?? 0) + 1);
      }
      return found;
    };
    for (const [factors] of terms) {
      for (const [law, degree] of degreesOf(factors)) degrees.set(law, Math.max(degree, degrees.get(law) ?? 0));
    }
    const raised = new Map<string, bigint>();
    for (const [factors, c] of terms) {
      let words = new Map<string, bigint>([[monomialOf(factors), c]]);
      const have = degreesOf(factors);
      for (const [law, degree] of degrees) {
        for (let missing = degree - (have.get(law) ?? 0); missing > 0; missing--) {
          const longer = new Map<string, bigint>();
          for (const [word, k] of words) {
            for (const number of law) {
              const product = this.ring.work.multiply(word, String(number));
              longer.set(product, (longer.get(product) ?? 0n) + k);
            }
          }
          words = longer;
        }
      }
      for (const [word, k] of words) raised.set(word, (raised.get(word) ?? 0n) + k);
    }
    return [...raised.values()].every((c) => c >= 0n);
  }
}
