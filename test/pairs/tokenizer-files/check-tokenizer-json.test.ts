import { describe, expect, test } from "vitest";
import { Reader } from "../../../src/core/worlds/reader.ts";
import { checkTokenizerJson } from "../../../src/pairs/tokenizer-files/check-tokenizer-json.ts";
import { special, tinyByteFallback, tinyByteLevel } from "../../core/vocab/tiny-tokenizer.ts";

const good = tinyByteLevel([["a", "b"]]);
const check = (value: unknown) => checkTokenizerJson(new Reader("f.json", "$", value));
const withModel = (parts: object) => ({ ...good, model: { ...good.model, ...parts } });
const without = (key: string, from: object) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name !== key));

describe("a tokenizer.json", () => {
  test("is given as it was read", () => {
    const all = { ...good, added_tokens: [special(300, "<|end|>")], version: "1.0" };
    expect(check(all)).toEqual(all);
    expect(check(tinyByteFallback("a", []))).toEqual(tinyByteFallback("a", []));
  });
  test("may leave out its steps and added tokens", () => {
    const { model } = tinyByteFallback("a", []);
    expect(check({ model })).toEqual({ model, added_tokens: [], normalizer: null, pre_tokenizer: null, decoder: null });
  });
  test("may leave out its kind, and has merges as texts or as pairs", () => {
    expect(check({ ...good, model: without("type", good.model) }).model.type).toBeUndefined();
    expect(check(withModel({ merges: ["a b", ["a", "b"], "  b", []].slice(0, 3) })).model.merges).toHaveLength(3);
  });
  test("may have tokens of up to 2,000 characters and ids up to 4,000,000", () => {
    const vocab = { ["x".repeat(2000)]: 0, y: 4_000_000 };
    expect(check(withModel({ vocab })).model.vocab).toEqual(vocab);
  });
  test("may have steps in sequences, and patterns as texts or expressions", () => {
    const split = (pattern: unknown) => ({ type: "Split", pattern });
    const pretokenizers = [split({ Regex: "a" }), split({ String: "b" }), split(null), { type: "ByteLevel" }];
    const steps = { type: "Sequence", pretokenizers };
    expect(check({ ...good, pre_tokenizer: steps, decoder: null }).pre_tokenizer).toEqual(steps);
  });
  test("has added tokens that are special only where they say so", () => {
    const added = [{ id: 1, content: "a", special: "yes", lstrip: true }, { id: 2, content: "b" }, special(3, "c")];
    expect(check({ ...good, added_tokens: added }).added_tokens).toEqual([
      { id: 1, content: "a", special: false, lstrip: true },
      { id: 2, content: "b", special: false },
      { id: 3, content: "c", special: true },
    ]);
  });
});

const kinds = 'a byte-pair encoding that holds every byte ("byte-level" or "byte_fallback")';
const merge = 'two tokens, "left right" or ["left", "right"]';
const id = "a whole number from 0 to 4000000";

test.each<[what: string, value: unknown, at: string, found: string, expected: string]>([
  ["a list", [], "$", "an empty list", "an object"],
  ["no model", without("model", good), "$", "none", 'the key "model"'],
  ["a model that is none", { ...good, model: 7 }, "$.model", "7", "an object"],
  ["no vocabulary", { ...good, model: without("vocab", good.model) }, "$.model", "none", 'the key "vocab"'],
  ["no merges", { ...good, model: without("merges", good.model) }, "$.model", "none", 'the key "merges"'],
  ["another kind", withModel({ type: "WordPiece" }), "$.model.type", 'a tokenizer of kind "WordPiece"', kinds],
  ["null as kind", withModel({ type: null }), "$.model.type", "a tokenizer of kind null", kinds],
  ["characters", { ...good, pre_tokenizer: null }, "$.model", "a byte-pair encoding over characters only", kinds],
  ["a list of tokens", withModel({ vocab: ["a"] }), "$.model.vocab", "a list of 1", "an object"],
  ["null for tokens", withModel({ vocab: null }), "$.model.vocab", "null", "an object"],
  ["a text for tokens", withModel({ vocab: "a" }), "$.model.vocab", '"a"', "an object"],
  ["no tokens", withModel({ vocab: {} }), "$.model.vocab", "none", "at least one token"],
  ["an id below zero", withModel({ vocab: { a: 0, b: -1 } }), "$.model.vocab.b", "-1", id],
  ["an id too high", withModel({ vocab: { a: 4_000_001 } }), "$.model.vocab.a", "4000001", id],
  ["an id that is not whole", withModel({ vocab: { a: 0.5 } }), "$.model.vocab.a", "0.5", id],
  ["an id that is a text", withModel({ vocab: { a: "1" } }), "$.model.vocab.a", '"1"', id],
  [
    "a long token",
    withModel({ vocab: { a: 0, ["x".repeat(2001)]: 1 } }),
    "$.model.vocab",
    "one of 2001",
    "tokens of at most 2000 characters",
  ],
  ["merges that are no list", withModel({ merges: {} }), "$.model.merges", "an object", "a list"],
  ["a merge without a space", withModel({ merges: ["a b", "ab"] }), "$.model.merges[1]", '"ab"', merge],
  ["a merge of a space alone", withModel({ merges: [" b"] }), "$.model.merges[0]", '" b"', merge],
  ["a merge of three", withModel({ merges: [["a", "b", "c"]] }), "$.model.merges[0]", "a list of 3", merge],
  ["a merge of one", withModel({ merges: [["a"]] }), "$.model.merges[0]", "a list of 1", merge],
  ["a merge of nothing", withModel({ merges: [["a", ""]] }), "$.model.merges[0]", "a list of 2", merge],
  ["a merge of numbers", withModel({ merges: [[1, 2]] }), "$.model.merges[0]", "a list of 2", merge],
  ["a merge that is none", withModel({ merges: [7] }), "$.model.merges[0]", "7", merge],
  ["added tokens that are no list", { ...good, added_tokens: {} }, "$.added_tokens", "an object", "a list"],
  ["no id", { ...good, added_tokens: [{ content: "a" }] }, "$.added_tokens[0]", "none", 'the key "id"'],
  ["no text", { ...good, added_tokens: [{ id: 1 }] }, "$.added_tokens[0]", "none", 'the key "content"'],
  [
    "an empty text",
    { ...good, added_tokens: [special(1, "")] },
    "$.added_tokens[0].content",
    '""',
    "a token with text",
  ],
  ["a wrong id", { ...good, added_tokens: [special(-1, "a")] }, "$.added_tokens[0].id", "-1", id],
  [
    "a long text",
    { ...good, added_tokens: [special(1, "x".repeat(2001))] },
    "$.added_tokens[0].content",
    `${JSON.stringify("x".repeat(2001)).slice(0, 60)}… (2003 characters)`,
    "at most 2000 characters",
  ],
  ["a normalizer without a type", { ...good, normalizer: {} }, "$.normalizer", "none", 'the key "type"'],
  ["a decoder that is none", { ...good, decoder: 7 }, "$.decoder", "7", "an object"],
  ["a type that is no text", { ...good, pre_tokenizer: { type: 7 } }, "$.pre_tokenizer.type", "7", "a string"],
  [
    "a pattern of neither form",
    { ...good, normalizer: { type: "Replace", pattern: { Glob: "*" } } },
    "$.normalizer.pattern",
    "none",
    'the key "Regex" or "String"',
  ],
  [
    "a pattern that is no text",
    { ...good, normalizer: { type: "Replace", pattern: { Regex: 7 } } },
    "$.normalizer.pattern.Regex",
    "7",
    "a string",
  ],
  ...["normalizers", "pretokenizers", "decoders"].map((key): [string, unknown, string, string, string] => [
    `a step inside ${key}`,
    { ...good, normalizer: { type: "Sequence", [key]: [{ type: "NFC" }, {}] } },
    `$.normalizer.${key}[1]`,
    "none",
    'the key "type"',
  ]),
  [
    "more than 100 steps",
    { ...good, normalizer: { type: "Sequence", normalizers: new Array(101).fill({ type: "NFC" }) } },
    "$.normalizer.normalizers",
    "a list of 101",
    "at most 100 entries",
  ],
])("%s is refused at its place", (_, value, at, found, expected) => {
  expect(() => check(value)).toThrow(`f.json at ${at}: found ${found}, expected ${expected}`);
});

test("the steps of anything but a sequence are not looked at", () => {
  expect(check({ ...good, normalizer: { type: "Other", normalizers: 7 } }).normalizer).toMatchObject({ type: "Other" });
});
