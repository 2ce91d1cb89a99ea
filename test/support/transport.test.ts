import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dist, dist } from "../../src/core/law/dist.ts";
import { normalise } from "../../src/core/law/normalise.ts";
import { type Rational, rational } from "../../src/core/num/rational.ts";
import { type CandidateSet, transportOptimum } from "../../src/testing/transport.ts";
import { law, ratio } from "./toy-world.ts";

const set = (letters: string, weight: string): CandidateSet<string> => ({
  tokens: [...letters],
  weight: ratio(weight),
});
const optimum = (p: Dist<Rational, string>, ...sets: CandidateSet<string>[]): string =>
  rational.print(transportOptimum(p, sets));

describe("by hand", () => {
  const p = law({ a: "1/2", b: "1/3", c: "1/6" });
  test("single candidates: 1 - TV", () => {
    expect(optimum(p, set("a", "1/5"), set("b", "1/5"), set("c", "3/5"))).toBe("17/30");
  });
  test("sets share what each of them could use up", () => {
    // ab may serve a or b, bc b or c: all of b, c and the sets' own mass fit, 1/4 + 1/4.
    expect(optimum(p, set("ab", "1/4"), set("bc", "1/4"), set("", "1/2"))).toBe("1/2");
    // All candidates inside {b, c}: p gives these 1/2.
    expect(optimum(p, set("bc", "3/4"), set("b", "1/4"))).toBe("1/2");
  });
  test("the first path is not the last: flow is sent back", () => {
    expect(optimum(law({ a: "1/2", b: "1/2" }), set("ab", "1/2"), set("a", "1/2"))).toBe("1");
  });
});

const letters = ["a", "b", "c"];
const anyWeights = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 5 }), { minLength: length, maxLength: length })
    .filter((w) => w.some((x) => x > 0));
const lawOn = <A>(support: readonly A[], weights: readonly number[]) =>
  normalise(
    rational,
    dist(
      rational,
      support,
      weights.map((w) => rational.ratio(BigInt(w), 1n)),
    ),
  );
const subsets = Array.from({ length: 8 }, (_, mask) => letters.filter((_, at) => (mask >> at) & 1));

/** The least $p(U) + P(C \not\subseteq U)$ over all sets U, by looking at each. */
const leastCut = (p: Dist<Rational, string>, c: Dist<Rational, readonly string[]>): Rational =>
  subsets
    .map((u) => {
      const inside = u.map((x) => p.weight(x));
      const outside = c.support.filter((s) => s.some((x) => !u.includes(x))).map((s) => c.weight(s));
      return [...inside, ...outside].reduce(rational.add, rational.zero);
    })
    .reduce(rational.min);

test("the largest flow is the least cut", () => {
  fc.assert(
    fc.property(anyWeights(3), anyWeights(8), (weights, masses) => {
      const [p, c] = [lawOn(letters, weights), lawOn(subsets, masses)];
      const sets = c.support.map((tokens) => ({ tokens, weight: c.weight(tokens) }));
      expect(rational.print(transportOptimum(p, sets))).toBe(rational.print(leastCut(p, c)));
    }),
    { seed: 1, numRuns: 300 },
  );
});
