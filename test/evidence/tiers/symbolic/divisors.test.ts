import { expect, test } from "vitest";
import { Expr, expr } from "../../../../src/core/num/expr.ts";
import { divisorsIn } from "../../../../src/evidence/tiers/symbolic/divisors.ts";

const [a, b, c] = ["a", "b", "c"].map((name) => Expr.variable(name)) as [Expr, Expr, Expr];

test("what is divided by, each once, inner divisors first", () => {
  const inner = expr.div(a, b);
  const divisor = expr.add(inner, c);
  const outer = expr.mul(expr.div(c, divisor), expr.min(expr.div(a, b), expr.monus(a, expr.div(b, a))));
  expect(divisorsIn([outer, inner])).toEqual([b, divisor, a]);
});

test("none where nothing is divided by", () => {
  expect(divisorsIn([expr.mul(a, b), expr.one])).toEqual([]);
  expect(divisorsIn([])).toEqual([]);
});
