import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Rational, rational } from "../../../../src/core/num/rational.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import { type Emission, roundGap } from "../../../../src/evidence/tiers/enumeration/round-gap.ts";
import { chain, iid, ratio, toyWorld } from "../../../support/toy-world.ts";

type T = Token<"target">;
const uniform = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1" })).target;
const remembering = toyWorld(
  chain({ a: "1/2", b: "1/4", c: "1/4" }, { a: { b: "1" }, b: { a: "1/3", b: "1/3", c: "1/3" } }),
  iid({ a: "1" }),
).target;

/** Emissions as `{ "0,1": "1/2" }`: token ids and probability. */
const round = (emissions: Record<string, string>): Emission<Rational>[] =>
  Object.entries(emissions).map(([ids, weight]) => ({
    emitted: ids.split(",").map(Number) as T[],
    weight: ratio(weight),
  }));
const gap = (target: typeof uniform, emissions: Record<string, string>): string =>
  rational.print(roundGap(rational, target, [], round(emissions)));

describe("by hand", () => {
  test.each([
    ["the target's own law", { 0: "1/2", 1: "1/2" }, "0"],
    ["the published reading of no proposal", { 0: "5/8", 1: "3/8" }, "1/8"],
    ["always one token", { 0: "1" }, "1/2"],
    ["a longer emission with the target's law", { "0,0": "1/4", "0,1": "1/4", 1: "1/2" }, "0"],
    ["right first tokens, then a sure one", { "0,0": "1/2", 1: "1/2" }, "1/4"],
    ["missing mass counts", { 0: "1/2", 1: "1/4" }, "1/8"],
  ])("%s", (_, emissions, expected) => expect(gap(uniform, emissions)).toBe(expected));
  test("what the target never says counts whole, however it goes on", () => {
    expect(gap(remembering, { "0,0,1": "1/2", 1: "1/4", 2: "1/4" })).toBe("1/2");
    expect(gap(remembering, { "0,1": "1/2", 1: "1/4", 2: "1/4" })).toBe("0");
  });
  test("the context decides the law", () => {
    const gapAfter = (context: number[], emissions: Record<string, string>) =>
      rational.print(roundGap(rational, remembering, context as T[], round(emissions)));
    expect(gapAfter([0], { 1: "1" })).toBe("0");
    expect(gapAfter([1], { 1: "1" })).toBe("2/3");
  });
});

test("the target is asked only after what was emitted and goes on, and never after what it does not say", () => {
  const rows = [
    { context: [], next: { a: "1/2", b: "1/2" } },
    { context: ["a"], next: { b: "1" } },
  ];
  const { target } = toyWorld(iid({ a: "1/2", b: "1/2" }, { model: { kind: "table", rows } }), iid({ a: "1" }));
  expect(gap(target, { 0: "1/2", 1: "1/2" })).toBe("0");
  expect(gap(target, { "0,1": "1/2", 1: "1/2" })).toBe("0");
  expect(gap(target, { "0,0,1": "1/4", "0,1": "1/4", 1: "1/2" })).toBe("1/4");
});

/** The same distance from its definition: all sequences as long as the longest emission, the round completed by p. */
const byListing = (target: typeof uniform, emissions: readonly Emission<Rational>[]): Rational => {
  const longest = Math.max(...emissions.map(({ emitted }) => emitted.length));
  const distance = new Map<string, { round: Rational; target: Rational }>();
  const fill = (tokens: readonly T[], weight: Rational, side: "round" | "target"): void => {
    if (tokens.length === longest) {
      const cell = distance.get(tokens.join()) ?? { round: rational.zero, target: rational.zero };
      distance.set(tokens.join(), { ...cell, [side]: rational.add(cell[side], weight) });
      return;
    }
    const p = target.next(tokens);
    for (const t of p.support) fill([...tokens, t], rational.mul(weight, p.weight(t)), side);
  };
  for (const { emitted, weight } of emissions) fill(emitted, weight, "round");
  fill([], rational.one, "target");
  let twice = rational.zero;
  for (const cell of distance.values()) {
    twice = rational.add(twice, rational.monus(cell.round, cell.target));
    twice = rational.add(twice, rational.monus(cell.target, cell.round));
  }
  return rational.div(twice, ratio("2"));
};

const anyRound = fc
  .array(fc.tuple(fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 6 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => {
    const total = parts.reduce((sum, [, share]) => sum + share, 0);
    return parts.map(([emitted, share]) => ({ emitted: emitted as T[], weight: ratio(`${share}/${total}`) }));
  });
const isDistance = (candidate: (emissions: readonly Emission<Rational>[]) => Rational): boolean =>
  !fc.check(
    fc.property(anyRound, (emissions) => rational.equal(candidate(emissions), byListing(remembering, emissions))),
    { seed: 1, numRuns: 300 },
  ).failed;

describe("on the tree of emitted prefixes", () => {
  test("it is the distance over all sequences", () => {
    expect(isDistance((emissions) => roundGap(rational, remembering, [], emissions))).toBe(true);
  });
  test("first tokens alone are not enough", () => {
    const first = (emissions: readonly Emission<Rational>[]) =>
      roundGap(
        rational,
        remembering,
        [],
        emissions.map(({ emitted, weight }) => ({ emitted: emitted.slice(0, 1), weight })),
      );
    expect(isDistance(first)).toBe(false);
  });
});
