import fc from "fast-check";
import { add, divide, type Fraction, fraction, isZero, larger, multiply, subtract } from "mathjs";
import { expect, it } from "vitest";
import { type Rational, rational, reduced } from "../../../src/core/num/rational.ts";

// An independent implementation of exact fractions: numerators and denominators up to 200 bits, zero included.
const part = fc.bigInt({ min: 0n, max: 1n << 200n });
const weight = fc.tuple(part, fc.bigInt({ min: 1n, max: 1n << 200n }));

const same = (ours: Rational, theirs: Fraction): void => {
  const { numerator, denominator } = reduced(ours);
  expect([numerator, denominator]).toEqual([theirs.s * theirs.n, theirs.d]);
};

it("computes what mathjs computes", () => {
  fc.assert(
    fc.property(weight, weight, ([a, b], [c, d]) => {
      const [x, y] = [rational.ratio(a, b), rational.ratio(c, d)];
      const [u, v] = [fraction(a, b), fraction(c, d)] as [Fraction, Fraction];
      same(rational.add(x, y), add(u, v));
      same(rational.mul(x, y), multiply(u, v) as Fraction);
      same(rational.monus(x, y), larger(u, v) ? subtract(u, v) : fraction(0n, 1n));
      same(rational.min(x, y), larger(u, v) ? v : u);
      if (!isZero(v)) same(rational.div(x, y), divide(u, v) as Fraction);
      expect(rational.compare(x, y) > 0).toBe(larger(u, v));
    }),
    { seed: 1, numRuns: 300 },
  );
});
