import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dist, dist, nothing } from "../../../src/core/law/dist.ts";
import { normalise } from "../../../src/core/law/normalise.ts";
import { overlap } from "../../../src/core/law/overlap.ts";
import { residual } from "../../../src/core/law/residual.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import { law, written } from "../../support/toy-world.ts";

test("by hand", () => {
  expect(written(residual(rational, law({ a: "1/2", b: "1/3", c: "1/6" }), law({ a: "2/3", b: "1/6" })))).toEqual({
    b: "1/2",
    c: "1/2",
  });
});

test("p = q leaves nothing to draw", () => {
  expect(() => residual(rational, law({ a: "1" }), law({ a: "1" }))).toThrow("by zero");
});

test("where nothing was proposed at all it is p itself", () => {
  const p = law({ a: "1/2", b: "1/2" });
  expect(residual(rational, p, nothing(rational))).toBe(p);
});

const letters = ["a", "b", "c"];
const weights = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 });
const over = (numerators: readonly number[], denominator: number): Dist<Rational, string> =>
  dist(
    rational,
    letters,
    numerators.map((w) => rational.ratio(BigInt(w), BigInt(denominator))),
  );
const anyLaw = weights.filter((w) => w.some((x) => x > 0)).map((w) => normalise(rational, over(w, 1)));
/** Mass at most one: what is missing proposes nothing. */
const anySubLaw = weights.map((w) => over(w, 18));

/** Does rejection sampling with this correction have the law p, whatever was proposed? */
const corrects = (candidate: (p: Dist<Rational, string>, q: Dist<Rational, string>) => Dist<Rational, string>) => {
  const { failed } = fc.check(
    fc.property(anyLaw, fc.oneof(anyLaw, anySubLaw), (p, q) => {
      const rejected = rational.monus(rational.one, overlap(rational, p, q));
      if (rational.isZero(rejected)) return true;
      const correction = candidate(p, q);
      return letters.every((x) => {
        const kept = rational.min(p.weight(x), q.weight(x));
        const output = rational.add(kept, rational.mul(rejected, correction.weight(x)));
        return rational.equal(output, p.weight(x));
      });
    }),
    { seed: 1, numRuns: 300 },
  );
  return !failed;
};

describe("accepted mass and correction together are p", () => {
  test("with the residual", () => expect(corrects((p, q) => residual(rational, p, q))).toBe(true));
  test("not with p itself", () => expect(corrects((p) => p)).toBe(false));
  test("not with the residual of q", () => expect(corrects((p, q) => residual(rational, q, p))).toBe(false));
  test("not without renormalising", () => {
    const raw = (p: Dist<Rational, string>, q: Dist<Rational, string>) =>
      dist(
        rational,
        letters,
        letters.map((x) => rational.monus(p.weight(x), q.weight(x))),
      );
    expect(corrects(raw)).toBe(false);
  });
});

test("asked again for the same two laws it is the same, and anew for others", () => {
  const ids = Array.from({ length: 100 }, (_, id) => id);
  const on = (skewed: number) =>
    dist(
      rational,
      ids,
      ids.map((id) => rational.ratio(id === skewed ? 2n : 1n, 101n)),
    );
  const [p, q, r] = [on(1), on(2), on(3)];
  expect(residual(rational, p, q)).toBe(residual(rational, p, q));
  expect(residual(rational, p, q).weight(1)).toEqual(rational.one);
  expect(residual(rational, p, r).weight(1)).toEqual(rational.one);
  expect(residual(rational, p, r)).not.toBe(residual(rational, p, q));
  expect(residual(rational, r, q).weight(3)).toEqual(rational.one);
  expect(residual(rational, q, p).weight(2)).toEqual(rational.one);
  const frozen = Object.freeze(dist(rational, [1, 2], [rational.ratio(1n, 2n), rational.ratio(1n, 2n)]));
  expect(residual(rational, frozen, q)).toBe(residual(rational, frozen, q));
  expect(residual({ ...rational }, frozen, q)).not.toBe(residual(rational, frozen, q));
});
