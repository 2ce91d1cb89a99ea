import fc from "fast-check";
import { expect, test } from "vitest";
import { wrongLaw } from "../../../src/checker/evidence/wrong-law.ts";

const divergence = (p: readonly number[], q: readonly number[]): number =>
  p.reduce((sum, x, at) => (x === 0 ? sum : sum + x * Math.log(x / (q[at] as number))), 0);

test.each([
  [
    [1 / 2, 1 / 2],
    [1 / 32, 31 / 32],
  ],
  [
    [1 / 4, 1 / 4, 1 / 4, 1 / 4],
    [1 / 64, 1 / 64, 31 / 64, 31 / 64],
  ],
  [
    [1 / 8, 3 / 4, 1 / 8],
    [61 / 128, 3 / 64, 61 / 128],
  ],
  [
    [0, 1, 0],
    [15 / 16, 1 / 16, 0],
  ],
  [[1], [1]],
])("of %j it is %j", (law, wrong) => {
  expect(wrongLaw(law)).toHaveLength(wrong.length);
  wrongLaw(law).forEach((p, at) => {
    expect(p).toBeCloseTo(wrong[at] as number, 12);
  });
});

test("it is a law, far from any law over two outcomes or more, and none of its zeros can be seen", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { minLength: 2, maxLength: 130 }), (weights) => {
      fc.pre(weights.some((weight) => weight > 0));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const law = weights.map((weight) => weight / total);
      const wrong = wrongLaw(law);
      expect(wrong.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
      expect(wrong.every((p, at) => p > 0 || law[at] === 0)).toBe(true);
      expect(divergence(law, wrong)).toBeGreaterThan(1.05);
    }),
  );
});
