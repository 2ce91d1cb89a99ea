import { expect, test } from "vitest";
import { growing } from "../../../src/core/vocab/growing.ts";
import { realTokenizer } from "../../../src/core/vocab/real-tokenizer.ts";
import { realVocabulary } from "../../../src/core/vocab/real-vocabulary.ts";
import { fromUnicode } from "../../../src/core/vocab/text.ts";
import { tinyByteLevel } from "./tiny-tokenizer.ts";

const json = tinyByteLevel([
  ["t", "h"],
  ["th", "e"],
  ["Ġ", "the"],
  ["e", "n"],
]);
const vocabulary = realVocabulary("drafter", json);
const plain = realTokenizer(vocabulary, json, {});

test("a text that grows, is cut, and starts anew: the same tokens as from the whole text", () => {
  const tokenizer = growing(plain);
  const text = fromUnicode("the then, the end of the tenth the鯨 the then");
  for (let length = 0; length <= text.length; length += 3) {
    expect(tokenizer.encodeDropping(text.slice(0, length))).toEqual(plain.encodeDropping(text.slice(0, length)));
  }
  for (const other of [text.slice(0, 20), fromUnicode("then the other"), "", text]) {
    expect(tokenizer.encodeDropping(other)).toEqual(plain.encodeDropping(other));
  }
});

test("what is settled is tokenised once", () => {
  let bytes = 0;
  const counted = {
    ...plain,
    settle: (text: string) => {
      bytes += text.length;
      return plain.settle(text);
    },
  };
  const tokenizer = growing(counted);
  const word = fromUnicode(" the then");
  let text = "";
  for (let words = 0; words < 100; words++) {
    text += word;
    tokenizer.encodeDropping(text);
  }
  // Each step sees the new words and the last one, which could still have grown.
  expect(bytes).toBeLessThan(3 * text.length);
});
