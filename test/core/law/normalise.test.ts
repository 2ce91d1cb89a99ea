import { expect, test } from "vitest";
import { normalise } from "../../../src/core/law/normalise.ts";
import { expr, printSmt } from "../../../src/core/num/expr.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { law, written } from "../../support/toy-world.ts";

test("each weight over the mass", () => {
  expect(written(normalise(rational, law({ a: "1/6", b: "1/3" })))).toEqual({ a: "1/3", b: "2/3" });
});

test("without mass there is no law", () => {
  expect(() => normalise(rational, law({ a: "0" }))).toThrow("by zero");
});

test("in formulas", () => {
  const half = { support: ["a"], weight: () => expr.ratio(1n, 2n) };
  expect(printSmt(normalise(expr, half).weight("a"))).toBe("(/ (/ 1.0 2.0) (/ 1.0 2.0))");
});
