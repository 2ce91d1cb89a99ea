import { describe, expect, test } from "vitest";
import { NormalForm } from "../../../../src/evidence/tiers/symbolic/normal-form.ts";
import type { Polynomial } from "../../../../src/evidence/tiers/symbolic/polynomial.ts";
import { Region } from "../../../../src/evidence/tiers/symbolic/region.ts";
import {
  everywhere,
  type SignCase,
  signCases,
  surelyEmpty,
  within,
} from "../../../../src/evidence/tiers/symbolic/sign-cases.ts";
import { Work } from "../../../../src/evidence/tiers/symbolic/work.ts";
import { poly, ringOf } from "./unknowns.ts";

const work = new Work();

/** Laws (u0, u1, u2) and (u3, u4), and letters u5 = min(left, right) and so on. */
const start = (...letters: readonly (readonly [Polynomial, Polynomial])[]) => {
  const { ring } = ringOf("a b c", "x y");
  const region = new Region(ring, new NormalForm(ring));
  for (const [left, right] of letters) ring.addLetter({ left, right, nonNegative: true });
  return region;
};
const [a, b, x] = [poly([1, 0]), poly([1, 1]), poly([1, 3])];
const positiveIn = (...positive: Polynomial[]): SignCase => ({ letters: new Map(), positive });
/** What the letters are in each case, and what is positive there. */
const shown = (cases: Iterable<SignCase>) =>
  [...cases].map(({ letters, positive }) => ({ letters: Object.fromEntries(letters), positive }));

test("a polynomial with the decided letters written out, and the others left", () => {
  const at: SignCase = { letters: new Map([[5, poly([1, 0], [1])]]), positive: [] };
  // u5² + u6 with u5 = u0 + 1.
  expect(within(work, at, poly([1, 5, 5], [1, 6]))).toEqual(poly([1, 0, 0], [2, 0], [1], [1, 6]));
  expect(within(work, everywhere, poly([1, 5]))).toEqual(poly([1, 5]));
});

describe("surely empty", () => {
  test("where something is nowhere positive, or the sum of all is", () => {
    const region = start();
    expect(surelyEmpty(region, positiveIn(a, poly([-1, 1])))).toBe(true);
    // a − x and x − a.
    expect(surelyEmpty(region, positiveIn(poly([1, 0], [-1, 3]), poly([1, 3], [-1, 0])))).toBe(true);
  });
  test("not where nothing is said, or what may be so", () => {
    const region = start();
    expect(surelyEmpty(region, everywhere)).toBe(false);
    expect(surelyEmpty(region, positiveIn(a, poly([1, 0], [-1, 3])))).toBe(false);
  });
  test("with what is positive in the region", () => {
    const region = start();
    region.positive.push(poly([1, 3], [-1, 0]));
    expect(surelyEmpty(region, positiveIn(poly([1, 0], [-1, 3])))).toBe(true);
    expect(surelyEmpty(region, positiveIn(poly([1, 0], [-1, 1])))).toBe(false);
  });
});

describe("sign cases", () => {
  const all = (region: Region, ...polynomials: Polynomial[]) =>
    shown(signCases(region, everywhere, (at) => polynomials.map((polynomial) => within(work, at, polynomial))));

  test("one, where no letter matters", () => {
    expect(all(start([a, x]), a, b)).toEqual([{ letters: {}, positive: [] }]);
    expect(all(start([a, x]))).toEqual([{ letters: {}, positive: [] }]);
  });
  test("two for a letter: each side is the smaller one somewhere", () => {
    expect(all(start([a, x]), poly([1, 5]))).toEqual([
      { letters: { 5: a }, positive: [poly([1, 3], [-1, 0])] },
      { letters: { 5: x }, positive: [poly([1, 0], [-1, 3])] },
    ]);
  });
  test("but for sides that are the same, or where the region says which is smaller", () => {
    expect(all(start([a, a]), poly([1, 5]))).toEqual([{ letters: { 5: a }, positive: [] }]);
    const region = start([a, x]);
    region.positive.push(poly([1, 3], [-1, 0]));
    expect(all(region, poly([1, 5]))).toEqual([{ letters: { 5: a }, positive: [poly([1, 3], [-1, 0])] }]);
  });
  test("inner letters before outer ones, which are written without letters; what is known is not said twice", () => {
    // u6 = min(u5, x) with u5 = min(a, x): a where a < x; there x − a > 0 is known. Else u5 = x and so is u6.
    expect(all(start([a, x], [poly([1, 5]), x]), poly([1, 6]))).toEqual([
      { letters: { 5: a, 6: a }, positive: [poly([1, 3], [-1, 0])] },
      { letters: { 5: x, 6: x }, positive: [poly([1, 0], [-1, 3])] },
    ]);
    // Inside the right side as well.
    expect(all(start([a, x], [b, poly([1, 5])]), poly([1, 6])).map(({ letters }) => letters)).toEqual([
      { 5: a, 6: b },
      { 5: a, 6: a },
      { 5: x, 6: b },
      { 5: x, 6: x },
    ]);
  });
  test("of several letters in the order of their numbers", () => {
    const found = all(start([a, x], [b, x]), poly([1, 6], [1, 5]));
    expect(found.map(({ letters }) => Object.keys(letters))).toEqual(new Array(4).fill(["5", "6"]));
    const orders = [...signCases(start([a, x], [b, x]), everywhere, (at) => [within(work, at, poly([1, 6], [1, 5]))])];
    expect(orders.map(({ letters }) => [...letters.keys()])).toEqual(new Array(4).fill([5, 6]));
  });
  test("only as far as they are needed: where a case is settled nothing more is decided", () => {
    const region = start([a, x], [b, x]);
    const open = (at: SignCase): Polynomial[] => {
      const first = within(work, at, poly([1, 5]));
      return first.has("0") ? [first] : [first, within(work, at, poly([1, 6]))];
    };
    expect(shown(signCases(region, everywhere, open)).map(({ letters }) => letters)).toEqual([
      { 5: a },
      { 5: x, 6: b },
      { 5: x, 6: x },
    ]);
  });
});
