import { Expr } from "../../../../src/core/num/expr.ts";
import type { Polynomial } from "../../../../src/evidence/tiers/symbolic/polynomial.ts";
import { Ring, type UnknownLaw } from "../../../../src/evidence/tiers/symbolic/ring.ts";
import { type Fraction, minimum, type Point, plus, times, valueAt } from "./values.ts";

/** A law with an unknown for each name. */
export const unknownLaw = (side: UnknownLaw["side"], names: string): UnknownLaw => {
  const formulas = names.split(" ").map((name) => Expr.variable(name));
  return { side, context: [], tokens: formulas.map((_, at) => at), formulas };
};

/** A ring with these laws, `"a b c"`, unknowns numbered from 0 on, and their formulas by name. */
export const ringOf = (...laws: readonly string[]): { ring: Ring; of: (name: string) => Expr } => {
  const ring = new Ring();
  const formulas = new Map<string, Expr>();
  for (const names of laws) {
    const law = unknownLaw("target", names);
    for (const formula of law.formulas) formulas.set(formula.name, formula);
    ring.addLaw(law);
  }
  return { ring, of: (name) => formulas.get(name) as Expr };
};

/** The point at which the unknowns of each law are as told, the last being what is left; letters are their minima. */
export const pointOf = (ring: Ring, laws: readonly (readonly Fraction[])[]): Point => {
  const values = new Map<number, Fraction>();
  ring.laws.forEach((law, at) => {
    const told = laws[at] as readonly Fraction[];
    const left = told.reduce((rest, [a, b]) => plus(rest, [-a, b]), [1n, 1n] as Fraction);
    ring.numbersOf(law).forEach((number, place) => {
      values.set(number, told[place] ?? left);
    });
  });
  const point: Point = (unknown) => {
    const letter = ring.letters.get(unknown);
    if (letter === undefined) return values.get(unknown) as Fraction;
    return minimum(valueAt(letter.left, point), valueAt(letter.right, point));
  };
  return point;
};

/** A polynomial from terms: `poly([2, 0, 0], [-1])` is $2 u_0^2 - 1$. */
export const poly = (...terms: readonly (readonly number[])[]): Polynomial =>
  new Map(terms.map(([c = 0, ...factors]) => [factors.toSorted((a, b) => a - b).join(), BigInt(c)]));

export { times };
