import { describe, expect, test } from "vitest";
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import { advance, begin, oneRound } from "../../../src/core/decode/position.ts";
import { type Counts, counted } from "../../../src/core/handlers/count.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { sample } from "../../../src/core/handlers/sample.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { mutant } from "../../support/mutant.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";

const remembering = { a: { a: "1/2", b: "1/4", c: "1/4" }, b: { b: "1/3", c: "2/3" } };
const sameVocabulary = toyWorld(
  chain({ a: "1/3", b: "1/3", c: "1/3" }, remembering),
  chain({ a: "1/5", b: "2/5", c: "2/5" }, remembering),
  3,
);
const otherVocabulary = toyWorld(iid({ a: "1/4", b: "1/4", ab: "1/2" }), iid({ a: "1/2", b: "1/4", ba: "1/4" }), 4);

/** Passes of each of 40 rounds. */
const passes = (world: typeof sameVocabulary, algorithm: (typeof algorithms)[number]): Counts[] => {
  const counting = counted(world);
  const random = stream(1, algorithm.id);
  let position = begin(counting.world, algorithm);
  return Array.from({ length: 40 }, () => {
    Object.assign(counting.counts, { targetPasses: 0, drafterPasses: 0 });
    const round = sample(rational, oneRound(counting.world, algorithm, position), random);
    position = advance(counting.world, algorithm, position, round);
    return { ...counting.counts };
  });
};

/** Does every round take one target pass and `lookahead` drafter passes? */
const isOnePass = (world: typeof sameVocabulary, algorithm: (typeof algorithms)[number]): boolean =>
  passes(world, algorithm).every((c) => c.targetPasses === 1 && c.drafterPasses === world.lookahead);

describe.each(["sd", "union", "tli", "slem"])("%s: one target pass and lookahead drafter passes a round", (id) => {
  const algorithm = algorithms.find((one) => one.id === id) as (typeof algorithms)[number];
  test("with one vocabulary", () => expect(isOnePass(sameVocabulary, algorithm)).toBe(true));
  if (id !== "sd") test("with two", () => expect(isOnePass(otherVocabulary, algorithm)).toBe(true));
});

test("the count refutes an algorithm that asks the target once a token", () => {
  const slow = mutant((ask, { target }, committed) => {
    const first = ask.sample("target", () => target.next(committed));
    return [first, ask.sample("target", () => target.next([...committed, first]))];
  });
  expect(isOnePass(sameVocabulary, slow as (typeof algorithms)[number])).toBe(false);
});

test("autoregressive: one target pass, no drafter", () => {
  for (const c of passes(sameVocabulary, algorithms[0] as (typeof algorithms)[number])) {
    expect(c).toEqual({ targetPasses: 1, drafterPasses: 0 });
  }
});

test("counting changes no law and leaves the original uncounted", () => {
  const { world, counts } = counted(sameVocabulary);
  expect(world.target.next([])).toBe(sameVocabulary.target.next([]));
  sameVocabulary.drafter.next([]);
  world.drafter.score([], []);
  expect(counts).toEqual({ targetPasses: 1, drafterPasses: 1 });
});
