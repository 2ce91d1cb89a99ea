import { expect, test } from "vitest";
import { stream } from "../../../src/core/handlers/random.ts";
import { grid } from "../../../src/experiments/experiment.ts";
import { experiments } from "../../../src/experiments/registry.ts";
import { firstTokenOfProcess } from "../../../src/experiments/worlds/first-token-of-process.ts";
import { overlappingTexts } from "../../../src/experiments/worlds/overlapping-texts.ts";
import { cheapestStrings, flatLetters, skewedLetters } from "../../../src/experiments/worlds/strings.ts";

test("the cheapest strings come by probability", () => {
  expect(cheapestStrings(flatLetters, 6)).toEqual(["a", "b", "c", "d", "aa", "ab"]);
  expect(cheapestStrings(skewedLetters, 6)).toEqual(["a", "aa", "b", "aaa", "ab", "ba"]);
});

test("the first token of a process, by hand: the longest that begins the text", () => {
  // aa has 1/4; a without a second a 1/4; b 1/4; c and d are no tokens.
  expect(firstTokenOfProcess(skewedLetters, ["a", "b", "aa"])).toEqual([0.25, 0.25, 0.25]);
});

test("vocabularies overlap in as many strings as asked, letters first", () => {
  const random = stream(1, "overlap");
  for (const [size, shared] of [
    [4, 0],
    [4, 4],
    [64, 8],
    [64, 64],
  ] as const) {
    const { target, drafter } = overlappingTexts(cheapestStrings(flatLetters, 2 * size), size, shared, random);
    expect([new Set(target).size, new Set(drafter).size]).toEqual([size, size]);
    const both = target.filter((text) => drafter.includes(text));
    expect(both).toHaveLength(shared);
    if (shared >= 4) expect(both.filter((text) => text.length === 1)).toHaveLength(4);
  }
});

test("a grid is all combinations, the last axis fastest", () => {
  expect(grid({ a: [1, 2], b: ["x", "y"] })).toEqual([
    { a: 1, b: "x" },
    { a: 1, b: "y" },
    { a: 2, b: "x" },
    { a: 2, b: "y" },
  ]);
});

test("experiments have names and points of their own", () => {
  expect(new Set(experiments.map(({ name }) => name)).size).toBe(experiments.length);
  for (const { points } of experiments) {
    expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(points.length);
    expect(points.length).toBeGreaterThan(0);
  }
});
