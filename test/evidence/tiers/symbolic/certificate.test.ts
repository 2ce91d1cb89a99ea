import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Certificates } from "../../../../src/evidence/tiers/symbolic/certificate.ts";
import type { Polynomial } from "../../../../src/evidence/tiers/symbolic/polynomial.ts";
import { pointOf, poly, ringOf } from "./unknowns.ts";
import { type Fraction, signOf, valueAt } from "./values.ts";

/** Laws (u0, u1, u2) and (u3, u4), the last of each eliminated. */
const start = () => {
  const { ring } = ringOf("a b c", "x y");
  return { ring, certificates: new Certificates(ring) };
};

describe("polynomials over laws", () => {
  const { certificates } = start();
  test.each([
    ["0", poly()],
    ["u0", poly([1, 0])],
    ["u0·u3 + 2", poly([1, 0, 3], [2])],
    ["1 − u0: the others' probability", poly([1], [-1, 0])],
    ["1 − u0 − u1: the last probability", poly([1], [-1, 0], [-1, 1])],
    ["u3 − u0·u3: a term of each law's degree", poly([1, 3], [-1, 0, 3])],
    ["1 − u0²: one law twice", poly([1], [-1, 0, 0])],
    ["1 − u0·u3", poly([1], [-1, 0, 3])],
    ["1 + u0 − u0·u3", poly([1], [1, 0], [-1, 0, 3])],
    ["(1 − u0)·u3 + u1", poly([1, 3], [-1, 0, 3], [1, 1])],
  ])("%s is nowhere negative", (_, a) => {
    for (let i = 0; i < 2; i++) expect(certificates.nonNegative(a)).toBe(true);
  });
  test.each([
    ["−1", poly([-1])],
    ["−u0", poly([-1, 0])],
    ["1 − 2·u0", poly([1], [-2, 0])],
    ["u0 − u1", poly([1, 0], [-1, 1])],
    ["u0 − u3", poly([1, 0], [-1, 3])],
    ["u0·u3 − u1", poly([1, 0, 3], [-1, 1])],
    ["1 − u0 − u3: of two laws", poly([1], [-1, 0], [-1, 3])],
    ["3·u3² − 3·u3 + 1: only terms of a higher degree show it", poly([3, 3, 3], [-3, 3], [1])],
  ])("%s is not shown to be", (_, a) => {
    for (let i = 0; i < 2; i++) expect(certificates.nonNegative(a)).toBe(false);
  });
  test("nowhere positive: its negative is nowhere negative", () => {
    expect(certificates.nonPositive(poly([-1], [1, 0]))).toBe(true);
    expect(certificates.nonPositive(poly([1], [-1, 0]))).toBe(false);
  });
});

describe("letters", () => {
  /** u5 = min(u0, u3), nowhere negative; u6 = min(u0 − u1, u3), of unknown sign; u7 = min(u5, u4); u8 is u5 again. */
  const withLetters = () => {
    const { ring, certificates } = start();
    ring.addLetter({ left: poly([1, 0]), right: poly([1, 3]), nonNegative: true });
    ring.addLetter({ left: poly([1, 0], [-1, 1]), right: poly([1, 3]), nonNegative: false });
    ring.addLetter({ left: poly([1, 5]), right: poly([1], [-1, 3]), nonNegative: true });
    ring.addLetter({ left: poly([1, 0]), right: poly([1, 3]), nonNegative: true });
    return { ring, certificates };
  };
  const { certificates } = withLetters();
  test.each([
    ["min(a, x) where both are probabilities", poly([1, 5])],
    ["a − min(a, x)", poly([1, 0], [-1, 5])],
    ["x − min(a, x)", poly([1, 3], [-1, 5])],
    ["a·x − min(a, x)·x", poly([1, 0, 3], [-1, 3, 5])],
    ["1 − min(a, x)", poly([1], [-1, 5])],
    ["x − min(a − b, x)", poly([1, 3], [-1, 6])],
    ["min(a, x) − min(min(a, x), y)", poly([1, 5], [-1, 7])],
    ["a − min(min(a, x), y), two letters deep", poly([1, 0], [-1, 7])],
    ["2a + min(a, x) − 2·min(min(a, x), y)", poly([2, 0], [1, 5], [-2, 7])],
    ["a² − min(a, x)²", poly([1, 0, 0], [-1, 5, 5])],
  ])("%s is nowhere negative", (_, a) => expect(certificates.nonNegative(a)).toBe(true));
  test.each([
    ["min(a − b, x): of unknown sign", poly([1, 6])],
    ["a + min(a − b, x)", poly([1, 0], [1, 6])],
    ["b − min(a, x): another probability", poly([1, 1], [-1, 5])],
    ["a·min(a − b, x) − a·min(a, x)", poly([1, 0, 6], [-1, 0, 5])],
    ["a − min(a − b, x)·min(a, x): a factor of unknown sign may not be enlarged", poly([1, 0], [-1, 6, 8])],
    ["1 − u0 and a letter of unknown sign", poly([1], [-1, 0], [1, 6])],
  ])("%s is not shown to be", (_, a) => expect(certificates.nonNegative(a)).toBe(false));

  const polynomials = fc
    .array(fc.tuple(fc.integer({ min: -2, max: 3 }), fc.array(fc.constantFrom(0, 1, 3, 5, 6, 7), { maxLength: 2 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((terms) => poly(...terms.filter(([c]) => c !== 0).map(([c, factors]) => [c, ...factors])));
  const points = fc
    .tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6))
    .filter(([a, b, c, x, y]) => a + b + c > 0 && x + y > 0)
    .map(([a, b, c, x, y]): Fraction[][] => {
      const [p, q] = [BigInt(a + b + c), BigInt(x + y)];
      return [
        [
          [BigInt(a), p],
          [BigInt(b), p],
        ],
        [[BigInt(x), q]],
      ];
    });
  /** Is no polynomial called nowhere negative that is negative somewhere? */
  const isSound = (nonNegative: (a: Polynomial) => boolean): boolean =>
    !fc.check(
      fc.property(polynomials, points, (a, laws) => {
        const { ring } = withLetters();
        return !nonNegative(a) || signOf(valueAt(a, pointOf(ring, laws))) >= 0;
      }),
      { seed: 1, numRuns: 3000 },
    ).failed;
  test("what is shown holds at every point tried", () =>
    expect(isSound((a) => certificates.nonNegative(a))).toBe(true));
  test("a claim that more is nowhere negative is refuted", () => {
    expect(isSound((a) => [...a.values()].reduce((sum, c) => sum + c, 0n) >= 0n)).toBe(false);
  });
});

test("a search among too many letters is given up", () => {
  const { ring, certificates } = start();
  // Each letter is a minimum of two others before it: 2^n replacements, none of which shows anything.
  let last = ring.addLetter({ left: poly([1, 0]), right: poly([1, 1]), nonNegative: true });
  let other = ring.addLetter({ left: poly([1, 1]), right: poly([1, 0]), nonNegative: true });
  for (let i = 0; i < 40; i++) {
    const next = ring.addLetter({ left: poly([1, last]), right: poly([1, other]), nonNegative: true });
    [last, other] = [next, last];
  }
  expect(certificates.nonNegative(poly([1, 3], [-1, last]))).toBe(false);
});
