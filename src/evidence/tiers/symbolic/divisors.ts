import type { Expr } from "../../../core/num/expr.ts";

/** Everything that formulas divide by, what is divided by inside a divisor before the divisor itself. */
export function divisorsIn(formulas: readonly Expr[]): Expr[] {
  const seen = new Set<Expr>();
  const found = new Set<Expr>();
  const visit = (formula: Expr): void => {
    if (seen.has(formula)) return;
    seen.add(formula);
    if (formula.left !== undefined) visit(formula.left);
    if (formula.right !== undefined) visit(formula.right);
    if (formula.kind === "div") found.add(formula.right as Expr);
  };
  for (const formula of formulas) visit(formula);
  return [...found];
}
