import { describe, expect, test } from "vitest";
import { NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import type { Polynomial } from "../../../../src/evidence/tiers/symbolic/polynomial.ts";
import { Region } from "../../../../src/evidence/tiers/symbolic/region.ts";
import { query, written } from "../../../../src/evidence/tiers/symbolic/smt.ts";
import { poly, ringOf } from "./unknowns.ts";

/** Laws (u0, u1, u2), (u3, u4) and (u5), and what is said of polynomials. */
const start = (positive: readonly Polynomial[] = [], nonNegative: readonly Polynomial[] = []) => {
  const { ring } = ringOf("a b c", "x y", "z");
  const region = new Region(ring, new NormalForm(ring));
  region.positive.push(...positive);
  region.nonNegative.push(...nonNegative);
  return { ring, region };
};

test.each([
  ["0.0", poly()],
  ["1.0", poly([1])],
  ["(- 3.0)", poly([-3])],
  ["u0", poly([1, 0])],
  ["(* 2.0 u0)", poly([2, 0])],
  ["(* (- 1.0) u0 u10)", poly([-1, 10, 0])],
  ["(+ (* u0 u0) u3 4.0)", poly([1, 0, 0], [1, 3], [4])],
])("a polynomial as text: %s", (text, polynomial) => expect(written(polynomial)).toBe(text));

describe("a question", () => {
  test("on a closed region: the laws that it is about, without their last probabilities, and every claim", () => {
    const { region } = start();
    const claims = ([">", ">=", "=", "!="] as const).map((is) => ({ polynomial: poly([1, 3], [-1]), is }));
    expect(query(region, claims, false)).toEqual({
      text: [
        "(set-logic QF_NRA)",
        "(declare-const u3 Real)(assert (>= u3 0.0))",
        "(assert (>= 1.0 u3))",
        "(assert (> (+ u3 (- 1.0)) 0.0))",
        "(assert (>= (+ u3 (- 1.0)) 0.0))",
        "(assert (= (+ u3 (- 1.0)) 0.0))",
        "(assert (not (= (+ u3 (- 1.0)) 0.0)))",
      ].join("\n"),
      unknowns: [3],
    });
  });
  test("on its interior: probabilities are positive, and so is what is not negative", () => {
    const { region } = start([poly([1, 3])], [poly([1, 0], [-1, 1])]);
    expect(query(region, [], true).text.split("\n")).toEqual([
      "(set-logic QF_NRA)",
      "(declare-const u0 Real)(assert (> u0 0.0))",
      "(declare-const u1 Real)(assert (> u1 0.0))",
      "(declare-const u3 Real)(assert (> u3 0.0))",
      "(assert (> 1.0 u3))",
      "(assert (> 1.0 (+ u0 u1)))",
      "(assert (> u3 0.0))",
      "(assert (> (+ u0 (* (- 1.0) u1)) 0.0))",
    ]);
    expect(query(region, [], false).text).toContain("(assert (>= (+ u0 (* (- 1.0) u1)) 0.0))");
    expect(query(region, [], false).text).toContain("(assert (> u3 0.0))");
  });
  test("letters are minima, inner ones first, and bring the laws of their sides with them", () => {
    const { ring, region } = start();
    const inner = ring.addLetter({ left: poly([1, 0]), right: poly([1, 3]), nonNegative: true });
    const outer = ring.addLetter({ left: poly([1, inner]), right: poly([1, 1]), nonNegative: true });
    const { text, unknowns } = query(region, [{ polynomial: poly([1, outer]), is: "=" }], false);
    expect(unknowns).toEqual([0, 1, 3]);
    expect(text.split("\n").slice(-3)).toEqual([
      `(define-fun u${inner} () Real (ite (<= u0 u3) u0 u3))`,
      `(define-fun u${outer} () Real (ite (<= u${inner} u1) u${inner} u1))`,
      `(assert (= u${outer} 0.0))`,
    ]);
  });
  test("a claim that is made twice is written once", () => {
    const claim = { polynomial: poly([1, 0]), is: ">" } as const;
    const { text } = query(start([poly([1, 0])]).region, [claim, claim], false);
    expect(text.match(/> u0 0\.0/g)).toHaveLength(1);
  });
  test("a law on one token has nothing unknown", () => {
    const { text, unknowns } = query(start().region, [{ polynomial: poly([1, 5]), is: ">" }], false);
    expect(unknowns).toEqual([]);
    expect(text).toContain("(assert (>= 1.0 0.0))");
  });
});
