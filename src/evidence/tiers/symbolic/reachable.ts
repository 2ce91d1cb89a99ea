import type { ChoiceTree } from "../../../core/handlers/symbolic.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import type { Expr } from "../../../core/num/expr.ts";
import { divisorsIn } from "./divisors.ts";
import { keyOf, minus, negated, type Polynomial, unknownsOf } from "./polynomial.ts";
import { isZero, numeratorFactors } from "./rational-function.ts";
import type { Region } from "./region.ts";
import type { Claim } from "./smt.ts";

/** A polynomial that must not be zero where a draw is reached, and could not be shown so without a solver. */
export interface Reachable {
  readonly label: string;
  readonly divisor: Polynomial;
  /** Polynomials that are not zero where the draw is reached: all of them, and those that share a law with the divisor. */
  readonly reached: readonly Claim[];
  readonly related: readonly Claim[];
}

/**
 * Obligation R: wherever a draw is reached, that is, wherever all factors before it are positive, nothing that its weights
 * divide by is zero; on all of the closed region, boundaries included. Then the program never divides by zero, and the
 * weight of every path that is taken is continuous there.
 *
 * Most divisors are themselves a factor before, or are at least as large as one; what is left is for a solver.
 */
export function reachableDivisors<A>(region: Region, tree: ChoiceTree<A>): Reachable[] {
  const { form } = region;
  const open = new Map<string, Reachable>();
  const visit = (below: ChoiceTree<A>, before: readonly Polynomial[], divided: ReadonlySet<Expr>): void => {
    if (below.kind === "end") return;
    if (below.kind === "mark") {
      visit(below.next[0], before, divided);
      return;
    }
    const { label, weights, next } = below;
    const here = new Set(divided);
    let reached = before;
    for (const divisor of divisorsIn(weights)) {
      if (here.has(divisor)) continue;
      here.add(divisor);
      for (const factor of numeratorFactors(form.of(divisor))) {
        if (!isShown(region, factor, reached)) {
          const goal = { label, divisor: factor, ...claims(region, factor, reached) };
          open.set(`${keyOf(factor)} | ${goal.reached.map(({ polynomial }) => keyOf(polynomial)).sort()}`, goal);
        }
        reached = [...reached, factor];
      }
    }
    next.forEach((branch, at) => {
      if (branch === undefined) return;
      const weight = form.of(itemAt(weights, at));
      // What a weight divides by was divided by before, and so is among what is reached.
      if (!isZero(weight)) visit(branch, [...reached, ...numeratorFactors(weight)], here);
    });
  };
  visit(tree, [], new Set());
  return [...open.values()];
}

/** Is a polynomial not zero, since it is another that is not, or at least as large as one that is positive? */
const isShown = ({ form, positive }: Region, factor: Polynomial, reached: readonly Polynomial[]): boolean => {
  const all = [...reached, ...positive];
  if (all.some((other) => keyOf(other) === keyOf(factor))) return true;
  const sign = form.polynomialSign(factor);
  if (sign === undefined) return false;
  const size = sign > 0 ? factor : negated(factor);
  return all.some((other) => {
    const otherSign = form.polynomialSign(other);
    if (otherSign === undefined) return false;
    return form.certificates.nonNegative(minus(size, otherSign > 0 ? other : negated(other)));
  });
};

const claims = ({ ring, form }: Region, factor: Polynomial, reached: readonly Polynomial[]) => {
  const lawsOf = (polynomial: Polynomial, found = new Set<readonly number[]>()): Set<readonly number[]> => {
    for (const number of unknownsOf(polynomial)) {
      const letter = ring.letters.get(number);
      if (letter === undefined) found.add(ring.lawOf(number) as readonly number[]);
      else for (const side of [letter.left, letter.right]) lawsOf(side, found);
    }
    return found;
  };
  const laws = lawsOf(factor);
  const claim = (polynomial: Polynomial): Claim => {
    const sign = form.polynomialSign(polynomial);
    if (sign === undefined) return { polynomial, is: "!=" };
    return { polynomial: sign > 0 ? polynomial : negated(polynomial), is: ">" };
  };
  const distinct = [...new Map(reached.map((polynomial) => [keyOf(polynomial), polynomial])).values()];
  const related = distinct.filter((polynomial) => [...lawsOf(polynomial)].some((law) => laws.has(law)));
  return { reached: distinct.map(claim), related: related.map(claim) };
};
