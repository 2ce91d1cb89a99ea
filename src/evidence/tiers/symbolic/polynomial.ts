import { at } from "../../../core/num/at.ts";
import { factorsOf } from "./monomial.ts";
import type { Work } from "./work.ts";

export { factorsOf, monomialOf } from "./monomial.ts";

/**
 * A polynomial over numbered unknowns with whole coefficients: monomial to coefficient, none of them zero. A monomial is the
 * sorted list of its unknowns, `"3,3,7"`; the constant one is `""`.
 */
export type Polynomial = ReadonlyMap<string, bigint>;

export function constant(value: bigint): Polynomial {
  return value === 0n ? new Map() : new Map([["", value]]);
}

export function unknown(index: number): Polynomial {
  return new Map([[String(index), 1n]]);
}

const addTo = (sum: Map<string, bigint>, monomial: string, coefficient: bigint): void => {
  const total = (sum.get(monomial) ?? 0n) + coefficient;
  if (total === 0n) sum.delete(monomial);
  else sum.set(monomial, total);
};

/** $a + \text{scale} \cdot b$. */
export function plus(a: Polynomial, b: Polynomial, scale = 1n): Polynomial {
  const sum = new Map(a);
  for (const [monomial, coefficient] of b) addTo(sum, monomial, scale * coefficient);
  return sum;
}

export function minus(a: Polynomial, b: Polynomial): Polynomial {
  return plus(a, b, -1n);
}

export function times(work: Work, a: Polynomial, b: Polynomial): Polynomial {
  const product = new Map<string, bigint>();
  for (const [m, c] of a) for (const [n, d] of b) addTo(product, work.multiply(m, n), c * d);
  return product;
}

export function negated(a: Polynomial): Polynomial {
  return new Map([...a].map(([monomial, c]) => [monomial, -c]));
}

/** A text that determines the polynomial. */
export function keyOf(a: Polynomial): string {
  const terms: string[] = [];
  for (const [monomial, c] of a) terms.push(`${c}*${monomial}`);
  return terms.sort().join("+");
}

/** All unknowns that occur. */
export function unknownsOf(a: Polynomial): Set<number> {
  return new Set([...a.keys()].flatMap(factorsOf));
}

/** The polynomial with another one in place of an unknown. */
export function substitute(work: Work, a: Polynomial, index: number, value: Polynomial): Polynomial {
  const powers: Polynomial[] = [constant(1n)];
  let sum: Polynomial = new Map();
  for (const [monomial, c] of a) {
    const factors = factorsOf(monomial);
    const rest = factors.filter((factor) => factor !== index);
    const power = factors.length - rest.length;
    while (powers.length <= power) powers.push(times(work, powers.at(-1) as Polynomial, value));
    sum = plus(sum, times(work, new Map([[rest.join(), c]]), at(powers, power)));
  }
  return sum;
}
