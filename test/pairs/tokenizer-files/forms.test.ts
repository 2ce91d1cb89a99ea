import { describe, expect, test } from "vitest";
import { Reader } from "../../../src/core/worlds/reader.ts";
import { gpt2Config, gpt2TokenizerJson } from "../../../src/pairs/tokenizer-files/gpt2.ts";
import {
  sentencePieceConfig,
  sentencePieceTokenizerJson,
} from "../../../src/pairs/tokenizer-files/sentencepiece-package.ts";
import { tinyByteLevel } from "../../core/vocab/tiny-tokenizer.ts";

describe("GPT-2's two files", () => {
  const { vocab } = tinyByteLevel([["a", "b"]]).model;
  const json = (vocabulary: unknown, merges: string) =>
    gpt2TokenizerJson(new Reader("encoder.json", "$", vocabulary), merges);
  test("are a byte-level encoding with its pre-tokenizer built in", () => {
    expect(json(vocab, "#version: 0.2\na b\n\n# x\n")).toEqual({
      model: { type: "BPE", vocab, merges: ["a b", "# x"] },
      added_tokens: [],
      normalizer: null,
      pre_tokenizer: { type: "ByteLevel", add_prefix_space: false, use_regex: true },
      decoder: { type: "ByteLevel" },
    });
  });
  test("have the stop token where the vocabulary has it", () => {
    expect(json({ ...vocab, "<|endoftext|>": 257 }, "").added_tokens).toEqual([
      { id: 257, content: "<|endoftext|>", special: true },
    ]);
    expect(gpt2Config).toEqual({ eos_token: "<|endoftext|>" });
  });
  test("are checked, with the names that a tokenizer.json has", () => {
    expect(() => json([], "")).toThrow("encoder.json at $: found an empty list, expected an object");
    expect(() => json({ a: -1 }, "")).toThrow("encoder.json at $.model.vocab.a: found -1");
    expect(() => json(vocab, "ab\n")).toThrow('encoder.json at $.model.merges[0]: found "ab"');
  });
});

describe("the data of a SentencePiece package", () => {
  const vocabById = ["<unk>", "<s>", "</s>", "a", "b", "ab", "▁"];
  const merges = new Map([
    ["b a", 1],
    ["▁ a", 10],
    ["a b", 0],
  ]);
  test("are a byte-fallback encoding, merges by their rank, with three tokens that have a role", () => {
    expect(sentencePieceTokenizerJson({ vocabById, merges })).toEqual({
      model: {
        type: "BPE",
        unk_token: "<unk>",
        fuse_unk: true,
        byte_fallback: true,
        vocab: { "<unk>": 0, "<s>": 1, "</s>": 2, a: 3, b: 4, ab: 5, "▁": 6 },
        merges: ["a b", "b a", "▁ a"],
      },
      added_tokens: [
        { id: 0, content: "<unk>", special: true },
        { id: 1, content: "<s>", special: true },
        { id: 2, content: "</s>", special: true },
      ],
      normalizer: { type: "Replace", pattern: { String: " " }, content: "▁" },
      pre_tokenizer: null,
      decoder: null,
    });
    expect(sentencePieceConfig).toEqual({ eos_token: "</s>" });
  });
});
