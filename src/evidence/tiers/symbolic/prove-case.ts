import type { Algorithm } from "../../../core/algorithms/algorithm.ts";
import { choiceTree } from "../../../core/handlers/symbolic.ts";
import { at as itemAt } from "../../../core/num/at.ts";
import type { Expr } from "../../../core/num/expr.ts";
import type { Rational } from "../../../core/num/rational.ts";
import { showTokens } from "../../../core/vocab/vocabulary.ts";
import type { World } from "../../../core/worlds/world.ts";
import { type Case, isPossible } from "./cases.ts";
import { deadDivisors } from "./generic.ts";
import { emissions, identityGaps } from "./identity.ts";
import { NormalForm } from "./normal-form.ts";
import { keyOf, type Polynomial } from "./polynomial.ts";
import { numeratorFactors, type RationalFunction } from "./rational-function.ts";
import { reachableDivisors } from "./reachable.ts";
import { Region, Unsupported } from "./region.ts";
import { Ring } from "./ring.ts";
import { coveredRounds } from "./rounds.ts";
import { query } from "./smt.ts";
import type { Solver } from "./solver.ts";
import { sumGaps } from "./sums.ts";
import { type Eliminated, type Formulas, unknownWorld } from "./unknown-world.ts";
import type { Work } from "./work.ts";

/** An obligation that was not discharged. */
export interface OpenGoal {
  readonly obligation: "I" | "S" | "R" | "G";
  readonly what: string;
  /** A function that is zero where the obligation holds. */
  readonly difference?: RationalFunction | undefined;
  /** A point of the region at which it fails, probabilities by the numbers of the ring. */
  readonly point?: ReadonlyMap<number, Rational> | undefined;
}

/** What came of one case: the obligations that are open, or a probability whose being zero must be a case of its own. */
export interface CaseResult {
  readonly region: Region;
  /** Longest emission, in tokens. */
  readonly longest: number;
  readonly open: readonly OpenGoal[];
  readonly splitOn?: Expr;
}

/** Runs the rounds that are covered of the algorithm's own source on the unknown laws of a case, and discharges the four obligations. */
export async function proveCase<W, S>(
  world: World<W>,
  algorithm: Algorithm<S>,
  formulas: Formulas,
  at: Case,
  eliminated: Eliminated,
  solver: Solver,
  work: Work,
): Promise<CaseResult> {
  const ring = new Ring(work);
  const form = new NormalForm(ring);
  const region = new Region(ring, form);
  const unknown = unknownWorld(world, formulas, ring, at.zeros, eliminated);
  const tree = choiceTree(coveredRounds(unknown, algorithm), (mass) => isPossible(region, at, mass));
  const longest = Math.max(...[...emissions(tree).values()].map(({ length }) => length));
  const result = (open: readonly OpenGoal[]): CaseResult => ({ region, longest, open });
  for (const assumption of at.assumptions) region.apply(assumption);
  if (region.nonNegative.length > 0 && !(await hasInterior(region, solver))) return result([]);

  const { vocabulary } = unknown.target.tokenizer;
  const sums = sumGaps(form, tree).map(({ label, found, difference }): OpenGoal => {
    return { obligation: "S", what: `"${label}" has ${found}`, difference };
  });
  for (const { tokens, difference } of identityGaps(unknown, form, tree)) {
    const what = `the sequence ${showTokens(vocabulary, tokens)} does not have the target's probability as a formula`;
    return result([{ obligation: "I", what, difference }, ...sums]);
  }
  if (sums.length > 0) return result(sums);

  for (const { label, divisor, related, reached } of reachableDivisors(region, tree)) {
    work.check();
    const isZero = { polynomial: divisor, is: "=" } as const;
    if ((await solver.ask(query(region, [...related, isZero], false))).found === "none") continue;
    const answer = await solver.ask(query(region, [...reached, isZero], false));
    if (answer.found === "none") continue;
    const splitOn = probabilityThatIs(ring, divisor);
    if (splitOn !== undefined) return { ...result([]), splitOn };
    const what = `"${label}" may be reached where it divides by zero`;
    return result([{ obligation: "R", what, point: answer.found === "point" ? answer.point : undefined }]);
  }

  const dead = await deadDivisors(region, tree, solver);
  return result(
    dead.slice(0, 1).map((): OpenGoal => {
      const what = "a divisor that cancels may be zero for all laws of an open set, and the weight there another";
      return { obligation: "G", what };
    }),
  );
}

/** A case with inequalities must have inner points, or be empty. */
const hasInterior = async (region: Region, solver: Solver): Promise<boolean> => {
  if ((await solver.ask(query(region, [], true))).found === "point") return true;
  if ((await solver.ask(query(region, [], false))).found === "none") return false;
  throw new Unsupported("a case of what the program compares has no inner point");
};

/** The unknown probability that a polynomial is, if it is one. */
const probabilityThatIs = (ring: Ring, polynomial: Polynomial): Expr | undefined => {
  const key = keyOf(polynomial);
  return ring.laws
    .flatMap(({ formulas }) => formulas)
    .find((formula) => {
      const factors = numeratorFactors(ring.value(formula.name));
      return factors.length === 1 && keyOf(itemAt(factors, 0)) === key;
    });
};
