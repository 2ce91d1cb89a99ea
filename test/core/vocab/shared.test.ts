import { describe, expect, test } from "vitest";
import { shared } from "../../../src/core/vocab/shared.ts";
import { vocabulary } from "../../../src/core/vocab/vocabulary.ts";

const target = (texts: string[], eos: number | null = null) => vocabulary("target", texts, texts, eos);
const drafter = (texts: string[], eos: number | null = null) => vocabulary("drafter", texts, texts, eos);

test("tokens with the same bytes, there and back", () => {
  const { size, toDrafter, toTarget, sameVocabulary } = shared(target(["a", "b", "ab"]), drafter(["ab", "c", "a"]));
  expect([0, 1, 2].map((t) => toDrafter(t as never))).toEqual([2, undefined, 0]);
  expect([0, 1, 2].map((d) => toTarget(d as never))).toEqual([2, undefined, 0]);
  expect([size, sameVocabulary]).toEqual([2, false]);
});

test.each([
  ["the same words in another order", shared(target(["a", "b"]), drafter(["b", "a"])), 2, true],
  ["nested", shared(target(["a", "b"]), drafter(["a"])), 1, false],
  ["nested the other way", shared(target(["a"]), drafter(["a", "b"])), 1, false],
  ["disjoint", shared(target(["a"]), drafter(["b"])), 0, false],
])("%s", (_, { size, sameVocabulary }, expected, same) => {
  expect([size, sameVocabulary]).toEqual([expected, same]);
});

describe("stop tokens correspond by role", () => {
  test("whatever they are called", () => {
    const both = shared(target(["a", "end"], 1), drafter(["stop", "a"], 0));
    expect([both.toDrafter(1 as never), both.toTarget(0 as never), both.sameVocabulary]).toEqual([0, 1, true]);
  });
  test("a stop token is never the word that looks like it", () => {
    const mixed = shared(target(["a", "."], 1), drafter(["a", "."]));
    expect([mixed.size, mixed.toDrafter(1 as never), mixed.sameVocabulary]).toEqual([1, undefined, false]);
    const other = shared(target(["a", "."]), drafter(["a", "."], 1));
    expect([other.size, other.toTarget(1 as never), other.sameVocabulary]).toEqual([1, undefined, false]);
  });
});

test("what the target shares of a drafter's support is found once, also where the map is frozen", () => {
  const both = Object.freeze(shared(target(["a", "b"]), drafter(["c", "b", "a"])));
  const support = [0, 1, 2] as never[];
  const kept = both.inTarget(support);
  expect([kept.places.support, kept.from]).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(both.inTarget(support)).toBe(kept);
});
