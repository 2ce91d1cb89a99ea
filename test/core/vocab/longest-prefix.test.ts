import { describe, expect, test } from "vitest";
import { longestPrefix } from "../../../src/core/vocab/longest-prefix.ts";
import { showTokens, vocabulary } from "../../../src/core/vocab/vocabulary.ts";
import { anyWords, holdsFor, keepsFirst, settles } from "./settling.ts";

const over = (...words: string[]) => longestPrefix(vocabulary("drafter", words, words, null));
const tokenizer = over("a", "b", "ab", "aba", "bbb");
const shown = (tokens: readonly never[] | ReturnType<typeof tokenizer.encode>) =>
  showTokens(tokenizer.vocabulary, tokens);

test.each([
  ["", ""],
  ["abab", "aba·b"],
  ["abb", "ab·b"],
  ["abbbb", "ab·bbb"],
  ["abxab", "ab"],
  ["xab", ""],
])("T(%s) = %s: the longest token again and again, up to the first place where none fits", (text, tokens) => {
  expect(shown(tokenizer.encode(text))).toBe(tokens);
});

test("greedy, without looking back: abc is not split as a·bc", () => {
  expect(over("a", "ab", "bc").encode("abc")).toEqual([1]);
});

test.each([
  ["xabxxa", "ab·a"],
  ["xx", ""],
])("dropping, %s becomes %s", (text, tokens) => expect(shown(tokenizer.encodeDropping(text))).toBe(tokens));

test("the stop token never comes from text", () => {
  const stopping = longestPrefix(vocabulary("drafter", ["a", ""], ["a", "stop"], 1));
  expect(stopping.encode("aa")).toEqual([0, 0]);
});

test.each([
  ["", "", ""],
  ["a", "", "a"],
  ["ab", "", "ab"],
  ["aba", "aba", ""],
  ["abb", "ab", "b"],
  ["xab", "", "ab"],
])("of %s, %s is settled and %s is pending", (text, settled, pending) => {
  const { tokens, pending: rest } = tokenizer.settle(text);
  expect([shown(tokens), rest]).toEqual([settled, pending]);
});

test.each([
  ["", false],
  ["ab", false],
  ["aba", true],
  ["abb", true],
  ["b", false],
  ["ba", true],
  ["x", true],
])("is the first token of %j settled? %s", (text, settled) => expect(tokenizer.firstSettled(text)).toBe(settled));

describe("for all vocabularies and texts", () => {
  const any = anyWords.map((words) => over(...words));
  test("settled tokens never change", () => expect(holdsFor(any, settles)).toBe(true));
  test("nor does a settled first token", () => expect(holdsFor(any, keepsFirst)).toBe(true));
  test("wrong: all that can be cut is settled", () => {
    const hasty = any.map((t) => ({
      ...t,
      settle: (text: string) => ({ tokens: t.encodeDropping(text), pending: "" }),
    }));
    expect(holdsFor(hasty, settles)).toBe(false);
  });
  test("wrong: a first token is settled as soon as there is one", () => {
    const hasty = any.map((t) => ({ ...t, firstSettled: (text: string) => t.encode(text).length > 0 }));
    expect(holdsFor(hasty, keepsFirst)).toBe(false);
  });
  test("wrong: pending letters are forgotten", () => {
    const forgetful = any.map((t) => ({ ...t, settle: (text: string) => ({ ...t.settle(text), pending: "" }) }));
    expect(holdsFor(forgetful, settles)).toBe(false);
  });
});
