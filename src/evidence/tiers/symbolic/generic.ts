import type { ChoiceTree } from "../../../core/handlers/symbolic.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import type { Expr } from "../../../core/num/expr.ts";
import { divisorsIn } from "./divisors.ts";
import { keyOf, type Polynomial } from "./polynomial.ts";
import {
  denominatorFactors,
  isZero,
  numeratorFactors,
  one,
  type RationalFunction,
  times,
} from "./rational-function.ts";
import type { Region } from "./region.ts";
import { everywhere, type SignCase, signCases, within } from "./sign-cases.ts";
import { query } from "./smt.ts";
import type { Solver } from "./solver.ts";

/** A draw that divides by what is zero on a whole open part of the region, while its weight may not be zero there. */
export interface DeadDivisor {
  readonly divisor: Polynomial;
  readonly at: SignCase;
}

/** The path that leads to the draws that divide by something, and its weight with common factors cancelled. */
interface Use {
  readonly weight: RationalFunction;
}

/**
 * Obligation G: nothing that is divided by is zero on a non-empty open part of the region, or else every path that divides
 * by it has a weight that is zero there after cancelling. So the sums of obligation I, in which $s \cdot (1/s)$ was cancelled,
 * are those of the program on a dense set.
 */
export async function deadDivisors<A>(region: Region, tree: ChoiceTree<A>, solver: Solver): Promise<DeadDivisor[]> {
  const { form } = region;
  const { work } = form;
  const uses = usesOf(region, tree);
  const isEmpty = async (at: SignCase): Promise<boolean> => {
    const claims = at.positive.map((polynomial) => ({ polynomial, is: ">" as const }));
    return (await solver.ask(query(region, claims, true))).found === "none";
  };
  const dead: DeadDivisor[] = [];
  const factors = new Map<string, { factor: Polynomial; paths: readonly Use[] }>();
  for (const [divisor, paths] of uses) {
    for (const factor of numeratorFactors(form.of(divisor))) {
      const key = keyOf(factor);
      factors.set(key, { factor, paths: [...(factors.get(key)?.paths ?? []), ...paths] });
    }
  }
  for (const { factor, paths } of factors.values()) {
    for (const at of signCases(region, everywhere, (here) => [within(work, here, factor)])) {
      if (within(work, at, factor).size > 0 || (await isEmpty(at))) continue;
      for (const { weight } of paths) {
        const failing = await failsToVanish(region, weight, at, isEmpty);
        if (!failing) continue;
        dead.push({ divisor: factor, at: failing });
        break;
      }
    }
  }
  return dead;
}

/** Every weight of a path to an end, by the divisors of its factors. */
const usesOf = <A>({ form }: Region, tree: ChoiceTree<A>): Map<Expr, Use[]> => {
  const uses = new Map<Expr, Map<string, Use>>();
  const visit = (below: ChoiceTree<A>, weight: RationalFunction, divided: ReadonlySet<Expr>): void => {
    if (below.kind === "end") {
      const name = [weight.numerator, weight.denominator, ...[...weight.factors].map(([k, f]) => `${k}^${f.exponent}`)];
      for (const divisor of divided) {
        const known = uses.get(divisor) ?? new Map();
        known.set(name.join(), { weight });
        uses.set(divisor, known);
      }
      return;
    }
    if (below.kind === "mark") {
      visit(below.next[0], weight, divided);
      return;
    }
    const here = new Set([...divided, ...divisorsIn(below.weights)]);
    below.next.forEach((branch, at) => {
      if (branch === undefined) return;
      const factor = form.of(itemAt(below.weights, at));
      if (!isZero(factor)) visit(branch, times(weight, factor), here);
    });
  };
  visit(tree, one, new Set());
  return new Map([...uses].map(([divisor, paths]) => [divisor, [...paths.values()]]));
};

/** A part of a sign case on which a weight, cancelled, may be defined and not zero, or not be defined; undefined if none. */
const failsToVanish = async (
  region: Region,
  weight: RationalFunction,
  from: SignCase,
  isEmpty: (at: SignCase) => Promise<boolean>,
): Promise<SignCase | undefined> => {
  const { work } = region.form;
  const above = numeratorFactors(weight);
  const below = denominatorFactors(weight);
  const vanishes = (at: SignCase): boolean => above.some((factor) => within(work, at, factor).size === 0);
  const open = (at: SignCase): Polynomial[] =>
    [...below, ...(vanishes(at) ? [] : above)].map((factor) => within(work, at, factor));
  for (const at of signCases(region, from, open)) {
    const defined = below.every((factor) => within(work, at, factor).size > 0);
    if (!(defined && vanishes(at)) && !(await isEmpty(at))) return at;
  }
  return undefined;
};
