import fc from "fast-check";
import { expect, test } from "vitest";
import { dist } from "../../../src/core/law/dist.ts";
import { normalise } from "../../../src/core/law/normalise.ts";
import { overlap } from "../../../src/core/law/overlap.ts";
import { sum } from "../../../src/core/num/field.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import { law, ratio } from "../../support/toy-world.ts";

test("by hand, with supports that differ", () => {
  const [p, q] = [law({ a: "1/2", b: "1/2" }), law({ b: "1/3", c: "2/3" })];
  expect(rational.print(overlap(rational, p, q))).toBe("1/3");
  expect(rational.print(overlap(rational, q, p))).toBe("1/3");
});

const anyLaw = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 })
  .filter((weights) => weights.some((w) => w > 0))
  .map((weights) =>
    normalise(
      rational,
      dist(
        rational,
        ["a", "b", "c", "d"],
        weights.map((w) => rational.ratio(BigInt(w), 1n)),
      ),
    ),
  );

/** Is this the overlap? One minus half the sum of all differences. */
const isOverlap = (candidate: typeof overlap): boolean => {
  const details = fc.check(
    fc.property(anyLaw, anyLaw, (p, q) => {
      const differences = ["a", "b", "c", "d"].flatMap((x): Rational[] => [
        rational.monus(p.weight(x), q.weight(x)),
        rational.monus(q.weight(x), p.weight(x)),
      ]);
      const distance = rational.mul(sum(rational, differences), ratio("1/2"));
      return rational.equal(candidate(rational, p, q), rational.monus(rational.one, distance));
    }),
    { seed: 1 },
  );
  return !details.failed;
};

test("it is one minus the total variation distance", () => expect(isOverlap(overlap)).toBe(true));

test("the chance that two draws are equal is not", () => {
  const meeting: typeof overlap = (field, p, q) =>
    sum(
      field,
      p.support.map((x) => field.mul(p.weight(x), q.weight(x))),
    );
  expect(isOverlap(meeting)).toBe(false);
});
