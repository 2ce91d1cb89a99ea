import { expect, test } from "vitest";
import { slrs } from "../../../src/core/algorithms/slrs.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import type { Rational } from "../../../src/core/num/rational.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { tokensOf } from "../../../src/core/vocab/vocabulary.ts";
import type { World } from "../../../src/core/worlds/world.ts";
import { sharedMass, transportBound } from "../../../src/experiments/measures/transport-bound.ts";
import { tinyWorld } from "../../../src/experiments/worlds/tiny-world.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";

/** Every draft as a text with its probability, listed one by one. */
const drafts = ({ drafter, lookahead }: World<Rational>): [string, number][] => {
  let all: [context: readonly number[], text: string, weight: number][] = [[[], "", 1]];
  for (let i = 0; i < lookahead; i++) {
    all = all.flatMap(([context, text, weight]) => {
      const q = drafter.next(context as never);
      return q.support.map((d): (typeof all)[number] => [
        [...context, d],
        text + drafter.tokenizer.vocabulary.text(d),
        weight * rational.toNumber(q.weight(d)),
      ]);
    });
  }
  return all.map(([, text, weight]) => [text, weight]);
};

/** The transport by its dual: the least of p(U) + P(some token outside U begins the draft … none) over all sets U. */
const byDuality = (world: World<Rational>): number => {
  const { target } = world;
  const p = target.next([]);
  const tokens = tokensOf(target.tokenizer.vocabulary);
  const texts = drafts(world);
  let least = 1;
  for (let set = 0; set < 2 ** tokens.length; set++) {
    const inside = tokens.filter((_, at) => (set >> at) & 1);
    const outside = tokens.filter((_, at) => !((set >> at) & 1)).map((t) => target.tokenizer.vocabulary.text(t));
    const mass = inside.reduce((total, t) => total + rational.toNumber(p.weight(t)), 0);
    const served = texts.filter(([text]) => outside.some((token) => text.startsWith(token)));
    least = Math.min(least, mass + served.reduce((total, [, weight]) => total + weight, 0));
  }
  return least;
};

test("is the value of the dual problem, and no less than the acceptance of slrs", () => {
  const random = stream(11, "transport");
  for (let trial = 0; trial < 60; trial++) {
    const world = tinyWorld(trial % 2 === 0 ? "random" : "text", 1 + (trial % 3), random);
    const bound = transportBound(rational, world);
    expect(rational.toNumber(bound)).toBeCloseTo(byDuality(world), 9);
    const acceptance = decide(rational, (slrs.acceptance as NonNullable<typeof slrs.acceptance>)(world));
    expect(rational.compare(acceptance, bound)).toBeLessThanOrEqual(0);
  }
});

test("by hand: a draft aa can serve a and aa, so both are served in full", () => {
  const world = toyWorld(iid({ a: "1/2", aa: "1/2" }), iid({ a: "1" }), 2);
  expect(rational.print(transportBound(rational, world))).toBe("1");
  expect(rational.print(decide(rational, (slrs.acceptance as NonNullable<typeof slrs.acceptance>)(world)))).toBe("1/2");
});

test("the shared mass is p on T ∩ D", () => {
  const world = toyWorld(iid({ a: "1/4", b: "1/4", ab: "1/2" }), iid({ b: "1/2", ab: "1/2" }));
  expect(rational.print(sharedMass(world))).toBe("3/4");
});
