import { describe, expect, test } from "vitest";
import { algorithms } from "../../src/algorithms/registry.ts";
import { slem } from "../../src/algorithms/slem.ts";
import { union } from "../../src/algorithms/union.ts";
import { generate } from "../../src/decode/generate.ts";
import { generationLaw, roundKey } from "../../src/handlers/generation-law.ts";
import { lawOf } from "../../src/handlers/law-of.ts";
import { targetLaw } from "../../src/laws/target-law.ts";
import { type Rational, rational } from "../../src/num/rational.ts";
import { mutant } from "../support/mutant.ts";
import { chain, iid, type Law, toyWorld } from "../support/toy-world.ts";

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
    expect(merged.paths).toBeLessThanOrEqual(whole.paths);
  });
});

test("a horizon of no tokens is sure", () => {
  expect(printed(generationLaw(rational, world, union, 0).outcomes)).toEqual({ "": "1" });
});

test("a key that forgets the state gives another law", () => {
  /** Emits a, then b, then a again and so on; carries which is next. */
  const alternating = (key: (state: number) => string) => ({
    ...mutant(() => []),
    stateIsContext: false,
    start: () => 0,
    round: () => (ask: { flip(label: string, chance: () => never): boolean }) => ({
      emitted: [0 as never],
      state: Number(ask.flip("next", () => rational.ratio(1n, 2n) as never)),
    }),
    key,
  });
  const honest = generationLaw(rational, world, alternating(String) as never, 2);
  expect(printed(honest.outcomes)).toEqual({ "0,0": "1" });
  expect(honest.paths).toBe(6);
  expect(generationLaw(rational, world, alternating(() => "") as never, 2).paths).toBe(4);
});

test("a round's name: emitted tokens, how many were accepted, and a state that is not the context", () => {
  const emitted = [0, 1] as never;
  expect(roundKey(world, slem, { emitted, accepted: 1 })).toBe("0,1/1");
  const carrying = { ...mutant(() => []), stateIsContext: false, key: (state: unknown) => `<${state}>` };
  expect(roundKey(world, carrying as never, { emitted, state: 7 })).toBe("0,1/undefined/<7>");
});

test("tokens beyond the horizon are cut off", () => {
  const long = mutant(() => [0, 0, 1] as never);
  expect(
    printed(generationLaw(rational, toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1" })), long, 5).outcomes),
  ).toEqual({ "0,0,1,0,0": "1" });
});
