import { type Expr, expr } from "./expr.ts";
import type { Field } from "./field.ts";

/**
 * Formulas in which equal operations on the same formulas are one object, so that what was once computed about a formula is
 * found again. Simplifies no more than {@link expr}, and equal arguments of `min` and `monus`.
 */
export function sharedExpr(): Field<Expr> {
  const ids = new Map<Expr, number>();
  const made = new Map<string, Expr>();
  const id = (e: Expr): number => {
    let known = ids.get(e);
    if (known === undefined) {
      known = ids.size;
      ids.set(e, known);
    }
    return known;
  };
  const once = (name: string, make: () => Expr): Expr => {
    let known = made.get(name);
    if (known === undefined) {
      known = make();
      made.set(name, known);
    }
    return known;
  };
  const operation = (kind: "add" | "mul" | "div" | "monus" | "min", commutes: boolean) => (a: Expr, b: Expr) => {
    const [left, right] = commutes && id(a) > id(b) ? [b, a] : [a, b];
    return once(`${kind} ${id(left)} ${id(right)}`, () => expr[kind](left, right));
  };
  const min = operation("min", true);
  const monus = operation("monus", false);
  return {
    zero: expr.zero,
    one: expr.one,
    ratio: (numerator, denominator) => {
      if (numerator === 0n) return expr.zero;
      if (numerator === denominator) return expr.one;
      return once(`${numerator}/${denominator}`, () => expr.ratio(numerator, denominator));
    },
    add: operation("add", true),
    mul: operation("mul", true),
    div: operation("div", false),
    monus: (a, b) => (a === b ? expr.zero : monus(a, b)),
    min: (a, b) => (a === b ? a : min(a, b)),
  };
}
