import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { Expr, evaluate, expr, printSmt, syntactic } from "../../../src/core/num/expr.ts";
import type { Field } from "../../../src/core/num/field.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import { ratio } from "../../support/toy-world.ts";

const [p, q] = [Expr.variable("p"), Expr.variable("q(b,a)")];

describe("a formula has no order", () => {
  test.each([
    ["<", () => p < q],
    ["number", () => Number(p)],
    ["compare", () => syntactic.compare(p, q)],
    ["toNumber", () => syntactic.toNumber(p)],
  ])("%s throws", (_, use) => expect(use).toThrow("programs cannot branch on weights"));
});

test("only the identities of 0 and 1 are simplified", () => {
  const { zero, one } = expr;
  expect(expr.add(p, zero)).toBe(p);
  expect(expr.add(zero, p)).toBe(p);
  expect(expr.mul(one, p)).toBe(p);
  expect(expr.mul(p, one)).toBe(p);
  expect(expr.mul(p, zero)).toBe(zero);
  expect(expr.div(p, one)).toBe(p);
  expect(expr.monus(p, zero)).toBe(p);
  expect(expr.monus(p, p).kind).toBe("monus");
});

test.each([
  [p, "|p|"],
  [expr.ratio(3n, 1n), "3.0"],
  [expr.ratio(3n, 10n), "(/ 3.0 10.0)"],
  [expr.add(p, q), "(+ |p| |q(b,a)|)"],
  [expr.div(expr.mul(p, p), q), "(/ (* |p| |p|) |q(b,a)|)"],
  [expr.monus(p, expr.ratio(1n, 2n)), "(let ((a |p|) (b (/ 1.0 2.0))) (ite (>= a b) (- a b) 0.0))"],
  [expr.min(expr.one, p), "(let ((a 1.0) (b |p|)) (ite (<= a b) a b))"],
])("SMT-LIB %#", (formula, printed) => expect(printSmt(formula)).toBe(printed));

test("zero and equality are syntactic", () => {
  expect([syntactic.isZero(expr.zero), syntactic.isZero(expr.monus(p, p)), syntactic.isZero(p)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(syntactic.equal(expr.add(p, q), expr.add(Expr.variable("p"), q))).toBe(true);
  expect(syntactic.equal(expr.add(p, q), expr.add(q, p))).toBe(false);
});

/** A random straight-line computation, written once over any field. */
type Step = readonly ["add" | "mul" | "monus" | "min" | "div", number, number];
const compute = <W>(field: Field<W>, inputs: readonly W[], steps: readonly Step[]): W => {
  const values = [...inputs];
  const at = (index: number): W => values[index % values.length] as W;
  for (const [operation, i, j] of steps) {
    // A divisor that is never zero: 1 + x.
    const right = operation === "div" ? field.add(field.one, at(j)) : at(j);
    values.push(field[operation](at(i), right));
  }
  return values.at(-1) as W;
};

test("evaluating a formula is computing in the field", () => {
  const step = fc.tuple(
    fc.constantFrom("add" as const, "mul" as const, "monus" as const, "min" as const, "div" as const),
    fc.nat(20),
    fc.nat(20),
  );
  const known = new Map<string, Rational>([
    ["x", ratio("1/3")],
    ["y", ratio("2/7")],
    ["z", ratio("0")],
  ]);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const formula = compute(expr, [...known.keys()].map(Expr.variable), steps);
      const exact = compute(rational, [...known.values()], steps);
      expect(
        rational.equal(
          evaluate(rational, formula, (name) => known.get(name) as Rational),
          exact,
        ),
      ).toBe(true);
      const double = evaluate(float64, formula, (name) => rational.toNumber(known.get(name) as Rational));
      expect(double).toBeCloseTo(rational.toNumber(exact), 9);
    }),
    { seed: 1 },
  );
});

test("shared parts are evaluated once: a formula of 2^60 leaves is evaluated at once", () => {
  let doubled = p;
  for (let i = 0; i < 60; i++) doubled = expr.add(doubled, doubled);
  expect(rational.print(evaluate(rational, doubled, () => rational.one))).toBe(String(2n ** 60n));
});

it("binds what is shared once: the text grows with the distinct parts, not with the paths", () => {
  let e = Expr.variable("x");
  for (let i = 0; i < 200; i++) e = expr.add(e, e);
  const text = printSmt(e);
  expect(text.length).toBeLessThan(8_000);
  expect(text.startsWith("(let ((s0 (+ |x| |x|))) (let ((s1 (+ s0 s0)))")).toBe(true);
});

it("refuses names that SMT-LIB cannot quote", () => {
  expect(() => Expr.variable("a|b")).toThrow(RangeError);
});
