import { expect, test } from "vitest";
import { realVocabulary, UnreadableToken } from "../../../src/core/vocab/real-vocabulary.ts";
import type { Token } from "../../../src/core/vocab/vocabulary.ts";
import { opened } from "./opened.ts";
import { special, tinyByteFallback, tinyByteLevel } from "./tiny-tokenizer.ts";

const target = (id: number): Token<"target"> => id as Token<"target">;

test("trap a: ids that no token has are no tokens", () => {
  const words = realVocabulary("target", tinyByteLevel([], { added_tokens: [special(300, "<end>")] }), "<end>");
  expect(words.size).toBe(301);
  expect(words.pieces.slice(256, 300)).toEqual(new Array(44).fill(undefined));
  expect(words.text(target(270))).toBe("");
  expect(words.label(target(270))).toBe("<no token 270>");
  expect(words.find("")).toBeUndefined();
});

test("special tokens have a role and no text; added tokens without a role have text", () => {
  const added_tokens = [special(256, "<end>"), { id: 257, content: "<think>", special: false }];
  const words = realVocabulary("target", tinyByteLevel([], { added_tokens }), "<end>");
  expect(words.eos).toBe(256);
  expect(words.text(target(256))).toBe("");
  expect(words.find("<end>")).toBeUndefined();
  expect(words.find("<think>")).toBe(257);
});

test("trap e: two tokens with the same bytes; the ordinary one is found, the other counted", () => {
  const words = realVocabulary("target", tinyByteFallback("A", []));
  expect(words.find("A")).toBe(257);
  expect(words.duplicates).toEqual([1 + 0x41]);
  expect(words.text(target(1 + 0x41))).toBe("A");
});

test("trap e, real: Mistral names 125 bytes twice", async () => {
  const { vocabulary } = await opened("mistral");
  expect(vocabulary.duplicates.length).toBe(125);
  const distinct = new Set(vocabulary.pieces.map((_, id) => vocabulary.text(target(id)))).size - 1;
  expect(distinct).toBe(32_000 - 3 - 125);
});

test("a token string that is not in the form of its kind is refused by name", () => {
  const json = tinyByteLevel([]);
  const strange = { ...json, model: { ...json.model, vocab: { ...json.model.vocab, "▁a": 256 } } };
  expect(() => realVocabulary("target", strange)).toThrow(UnreadableToken);
  expect(() => realVocabulary("target", strange)).toThrow('"▁a"');
  const twice = { ...json, model: { ...json.model, vocab: { ...json.model.vocab, aa: 65 } } };
  expect(() => realVocabulary("target", twice)).toThrow("has the id 65");
  const unknown = { ...json, pre_tokenizer: null };
  expect(() => realVocabulary("target", unknown)).toThrow("neither a byte-level nor a byte-fallback");
});
