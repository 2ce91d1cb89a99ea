import { expect, test } from "vitest";
import { fromPolynomial, isZero, one } from "../../../../src/evidence/tiers/symbolic/rational-function.ts";
import { Ring } from "../../../../src/evidence/tiers/symbolic/ring.ts";
import { poly, ringOf, unknownLaw } from "./unknowns.ts";

test("the last probability of a law is 1 minus the others", () => {
  const { ring } = ringOf("a b c", "x y");
  expect(ring.value("a")).toEqual(fromPolynomial(poly([1, 0])));
  expect(ring.value("b")).toEqual(fromPolynomial(poly([1, 1])));
  expect(ring.value("c")).toEqual(fromPolynomial(poly([1], [-1, 0], [-1, 1])));
  expect(ring.value("x")).toEqual(fromPolynomial(poly([1, 3])));
  expect(ring.value("y")).toEqual(fromPolynomial(poly([1], [-1, 3])));
});

test("a law on one token is 1, and a probability of no law is 0", () => {
  const { ring } = ringOf("a");
  expect(ring.value("a")).toBe(one);
  expect(isZero(ring.value("b"))).toBe(true);
});

test("every probability has a number, the last one too, and belongs to its law", () => {
  const ring = new Ring();
  const laws = [unknownLaw("target", "a b"), unknownLaw("drafter", "x y z")] as const;
  for (const law of laws) ring.addLaw(law);
  expect(ring.laws).toEqual(laws);
  expect(laws.map((law) => ring.numbersOf(law))).toEqual([
    [0, 1],
    [2, 3, 4],
  ]);
  expect([0, 1, 2, 4].map((number) => ring.lawOf(number))).toEqual([
    [0, 1],
    [0, 1],
    [2, 3, 4],
    [2, 3, 4],
  ]);
});

test("letters have numbers of their own, belong to no law, and say whether they are negative nowhere", () => {
  const { ring } = ringOf("a b");
  const sides = { left: poly([1, 0]), right: poly([1]) };
  const [sure, unsure] = [true, false].map((nonNegative) => ring.addLetter({ ...sides, nonNegative }));
  expect([sure, unsure]).toEqual([2, 3]);
  expect(ring.letters.get(2)).toEqual({ ...sides, nonNegative: true });
  expect(ring.lawOf(2)).toBeUndefined();
  expect([0, 1, 2, 3].map((number) => ring.isNonNegative(number))).toEqual([true, true, true, false]);
});
