import { expect, test } from "vitest";
import { copyModel } from "../../../src/core/models/copy.ts";
import { float64 } from "../../../src/core/num/float64.ts";
import { longestPrefix } from "../../../src/core/vocab/longest-prefix.ts";
import { type Token, vocabulary } from "../../../src/core/vocab/vocabulary.ts";

const letters = [..."abcdefgh", ""];
const tokenizer = longestPrefix(vocabulary("drafter", letters, letters, 8));
const model = copyModel(float64, tokenizer, 8 as Token<"drafter">);

test.each([
  ["what followed the last two tokens", "abcab", "c"],
  ["the latest place", "abcabdab", "d"],
  ["a longer run before a later one", "abcdeefcdfabcd", "e"],
  ["a run that overlaps itself", "aaa", "a"],
  ["no run of two before: the stop token", "abcda", ""],
  ["too short a text: the stop token", "a", ""],
  ["nothing: the stop token", "", ""],
])("%s", (_, text, expected) => {
  const law = model.next(tokenizer.encode(text));
  const token = (expected === "" ? 8 : tokenizer.encode(expected)[0]) as Token<"drafter">;
  expect(law.support).toEqual([token]);
  expect(law.weight(token)).toBe(1);
});
