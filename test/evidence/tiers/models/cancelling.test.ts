import fc from "fast-check";
import { expect, test } from "vitest";
import { Rational, rational, reduced } from "../../../../src/core/num/rational.ts";
import { cancelling } from "../../../../src/evidence/tiers/models/cancelling.ts";

const weight = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([n, d]) => new Rational(BigInt(n), BigInt(d)));

test("the same numbers as rationals", () => {
  fc.assert(
    fc.property(weight, weight, (a, b) => {
      for (const operation of ["add", "mul", "monus"] as const) {
        expect(rational.equal(cancelling[operation](a, b), rational[operation](a, b))).toBe(true);
      }
      if (b.numerator > 0n) expect(rational.equal(cancelling.div(a, b), rational.div(a, b))).toBe(true);
    }),
    { seed: 1 },
  );
});

test("what a rejected draft leaves has one denominator, where plain rationals have another each time", () => {
  const [n, m] = [2n ** 61n - 1n, 2n ** 59n - 55n];
  const p = [5n, 7n, n - 12n].map((x) => new Rational(x, n));
  const q = [1n, 0n, 3n].map((x) => new Rational(x, m));
  const denominators = ({ monus, add }: typeof rational): number => {
    const left = p.map((x, at) => monus(x, q[at] as Rational));
    const sums = left.map((_, at) => left.slice(0, at + 1).reduce(add));
    return new Set(sums.map(({ denominator }) => denominator)).size;
  };
  expect(denominators(cancelling)).toBe(1);
  expect(denominators(rational)).toBeGreaterThan(1);
  const total = p.map((x, at) => cancelling.monus(x, q[at] as Rational)).reduce(cancelling.add);
  expect(reduced(cancelling.div(total, total))).toEqual(rational.one);
});
