import { describe, expect, test } from "vitest";
import type { Algorithm } from "../../../src/core/algorithms/algorithm.ts";
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import { slem } from "../../../src/core/algorithms/slem.ts";
import { union } from "../../../src/core/algorithms/union.ts";
import { generate } from "../../../src/core/decode/generate.ts";
import { generationLaw, roundKey } from "../../../src/core/handlers/generation-law.ts";
import { lawOf } from "../../../src/core/handlers/law-of.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import { targetLaw } from "../../../src/evidence/tiers/enumeration/target-law.ts";
import { mutant } from "../../support/mutant.ts";
import { chain, iid, type Law, toyWorld } from "../../support/toy-world.ts";

const world = toyWorld(
  chain({ a: "1/2", b: "1/4", ".": "1/4" }, { a: { a: "1/3", b: "2/3" } }, { eos: "." }),
  chain({ a: "1/3", ab: "1/3", end: "1/3" }, { ab: { a: "1/4", ab: "3/4" } }, { eos: "end" }),
  2,
);

const printed = (outcomes: ReadonlyMap<string, { weight: Rational }>): Law =>
  Object.fromEntries([...outcomes].sort().map(([key, { weight }]) => [key, rational.print(weight)]));

describe.each(algorithms.filter(({ fits }) => fits?.(world) ?? true))("$id", (algorithm) => {
  test.each([1, 2, 3])("the first %i tokens have the target's law", (horizon) => {
    expect(printed(generationLaw(rational, world, algorithm, horizon).outcomes)).toEqual(
      printed(targetLaw(rational, world, horizon)),
    );
  });
  test("merged between rounds, the law is that of the whole generation without any merging", () => {
    const whole = lawOf(rational, generate(world, algorithm, 3), String, { merging: false });
    const merged = generationLaw(rational, world, algorithm, 3);
    expect(printed(merged.outcomes)).toEqual(printed(whole.outcomes));
  });
});

test("a horizon of no tokens is sure", () => {
  expect(printed(generationLaw(rational, world, union, 0).outcomes)).toEqual({ "": "1" });
});

test("a key that forgets the state gives another law", () => {
  /** Emits its state, 0 or 1, and tosses a coin for the next. */
  const tossing = (key: (state: number) => string): Algorithm<number> => ({
    id: "tossing",
    theorems: [],
    cite: [],
    start: () => 0,
    round:
      ({ field }, state) =>
      (ask) => ({ emitted: [state as never], state: Number(ask.flip("next", () => field.ratio(1n, 3n))) }),
    key,
  });
  expect(printed(generationLaw(rational, world, tossing(String), 2).outcomes)).toEqual({ "0,0": "2/3", "0,1": "1/3" });
  expect(
    printed(
      generationLaw(
        rational,
        world,
        tossing(() => ""),
        2,
      ).outcomes,
    ),
  ).toEqual({ "0,1": "1" });
});

test("a round's name tells apart what was emitted, how much was accepted, and a state that is not the context", () => {
  const rounds = [
    { emitted: [0, 1], accepted: 1 },
    { emitted: [0, 1], accepted: 2 },
    { emitted: [0, 1] },
    { emitted: [0], accepted: 1 },
    { emitted: [1, 0], accepted: 1 },
  ] as never[];
  expect(new Set(rounds.map((round) => roundKey(world, slem, round))).size).toBe(rounds.length);
  const state = (value: number) => ({ emitted: [0], state: value }) as never;
  expect(roundKey(world, slem, state(1))).toBe(roundKey(world, slem, state(2)));
  const carrying = { ...mutant(() => []), stateIsContext: false } as never;
  expect(roundKey(world, carrying, state(1))).not.toBe(roundKey(world, carrying, state(2)));
});

test("tokens beyond the horizon are cut off", () => {
  const long = mutant(() => [0, 0, 1] as never);
  expect(
    printed(generationLaw(rational, toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1" })), long, 5).outcomes),
  ).toEqual({ "0,0,1,0,0": "1" });
});
