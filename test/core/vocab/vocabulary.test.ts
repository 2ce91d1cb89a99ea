import { describe, expect, test } from "vitest";
import { showTokens, spell, type Token, tokensOf, vocabulary } from "../../../src/core/vocab/vocabulary.ts";

const words = vocabulary("target", ["a", "b", "ab", "ignored"], ["A", "B", "AB", "<stop>"], 3);
const [a, , ab, stop] = tokensOf(words) as [Token<"target">, Token<"target">, Token<"target">, Token<"target">];

test("tokens, texts and labels", () => {
  expect(words).toMatchObject({ name: "target", size: 4, eos: stop });
  expect(tokensOf(words).map(words.text)).toEqual(["a", "b", "ab", ""]);
  expect(words.find("ab")).toBe(ab);
  expect(words.find("ba")).toBeUndefined();
});

describe("the stop token has a role and no text", () => {
  test("it is never found", () => {
    expect(words.find("")).toBeUndefined();
    expect(words.find("ignored")).toBeUndefined();
  });
  test("its text may be that of another token", () => {
    const same = vocabulary("target", ["a", "a"], ["a", "stop"], 1);
    expect([same.find("a"), same.text(1 as Token<"target">)]).toEqual([0, ""]);
    expect(vocabulary("target", ["a", "a"], ["stop", "a"], 0).find("a")).toBe(1);
  });
});

test("spelling, and how it is shown", () => {
  expect(spell(words, [ab, a, stop])).toBe("aba");
  expect(spell(words, [])).toBe("");
  expect(showTokens(words, [ab, a, stop])).toBe("AB·A·<stop>");
});

test("its trie is built once, also where it is frozen, and leaves out the stop token", () => {
  const frozen = Object.freeze(vocabulary("target", ["a", "ab", "b", ""], ["a", "ab", "b", "stop"], 3));
  const trie = frozen.trie();
  expect(frozen.trie()).toBe(trie);
  expect([trie.size, trie.depth]).toEqual([4, 2]);
  expect(trie.tokens.flat().sort()).toEqual([0, 1, 2]);
  expect(words.trie()).not.toBe(trie);
});
