import type { Expr } from "../../../core/num/expr.ts";
import { divisorsIn } from "./divisors.ts";
import { difference, isZero, numeratorFactors } from "./rational-function.ts";
import { type Assumption, type Region, Unsupported } from "./region.ts";

/** One case of the question for which laws: some probabilities are zero, some masses are not. */
export interface Case {
  /** Names of the unknowns that are zero: they are left out of their laws. */
  readonly zeros: ReadonlySet<string>;
  readonly assumptions: readonly Assumption[];
}

/** The case that all laws belong to. */
export const allLaws: Case = { zeros: new Set(), assumptions: [] };

/** A mass can be zero and can be positive: each is a case of its own. */
export class Fork extends Error {
  readonly mass: Expr;

  constructor(mass: Expr) {
    super("a mass can be zero and can be positive");
    this.name = "Fork";
    this.mass = mass;
  }
}

/** Answers what a program asks in a case; throws a {@link Fork} where the case does not say. */
export function isPossible(region: Region, { assumptions }: Case, mass: Expr): boolean {
  // Such a question is no draw, so that no obligation would see it divide by zero.
  const divisors = divisorsIn([mass]).map((divisor) => region.form.of(divisor));
  if (divisors.some((divisor) => isZero(divisor) || numeratorFactors(divisor).length > 0)) {
    throw new Unsupported("the program asks whether a quotient of unknown weights is possible");
  }
  const assumed = assumptions.find((assumption) => assumption.mass === mass);
  if (assumed !== undefined) {
    region.apply(assumed);
    return assumed.possible;
  }
  if (mass.kind === "monus") {
    const excess = difference(region.form.work, region.form.of(mass.left as Expr), region.form.of(mass.right as Expr));
    const sign = region.form.sign(excess);
    if (sign === undefined) throw new Fork(mass);
    if (sign <= 0) return false;
    if (region.surelyNotZero(excess)) return true;
    throw new Unsupported("the program asks whether a difference that is never negative is zero");
  }
  const value = region.form.of(mass);
  if (isZero(value)) return false;
  if (region.surelyNotZero(value)) return true;
  throw new Fork(mass);
}

/**
 * The cases that a fork makes of one. A difference is positive or not; any other mass is positive, or zero: then a set of
 * probabilities is zero, possibly one of several sets, and these cases may overlap.
 */
export function split({ zeros, assumptions }: Case, mass: Expr): Case[] {
  const positive: Case = { zeros, assumptions: [...assumptions, { mass, possible: true }] };
  if (mass.kind === "monus") return [positive, { zeros, assumptions: [...assumptions, { mass, possible: false }] }];
  return [positive, ...zeroSets(mass).map((names) => ({ zeros: new Set([...zeros, ...names]), assumptions }))];
}

/** The smallest sets of unknowns whose being zero makes a formula without differences zero. */
const zeroSets = (formula: Expr): string[][] => {
  if (formula.kind === "variable") return [[formula.name]];
  if (formula.kind === "constant") return formula.numerator === 0n ? [[]] : [];
  const [left, right] = [formula.left as Expr, formula.right as Expr];
  switch (formula.kind) {
    case "add":
      return zeroSets(left).flatMap((names) => zeroSets(right).map((more) => [...names, ...more]));
    case "mul":
    case "min":
      return [...zeroSets(left), ...zeroSets(right)];
    case "div":
      return zeroSets(left);
    case "monus":
      throw new Unsupported("the program asks whether a sum of differences is possible");
  }
};
