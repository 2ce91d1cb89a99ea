import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settledBoundaries } from "../../../src/core/vocab/settled-boundaries.ts";
import { fromUnicode } from "../../../src/core/vocab/text.ts";
import { opened } from "./opened.ts";
import { special, tinyByteFallback, tinyByteLevel } from "./tiny-tokenizer.ts";

/** Texts of what is awkward for pre-tokenizers and byte-pair encodings, cut anywhere, also inside a character. */
const pieces = [
  "a",
  "the",
  " ",
  " ",
  "  ",
  "\n",
  "'",
  "'re",
  "s",
  "12",
  "3",
  ".",
  "é",
  "e\u0301",
  "猫",
  "\u2581",
  "\xff",
];
const awkward = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => {
  return parts.map((part) => (part === "\xff" ? part : fromUnicode(part))).join("");
});

describe.each(["gpt2", "mistral"])("%s", async (name) => {
  const { tokenizer } = await opened(name);
  const { encode, encodeDropping, settle, firstSettled } = tokenizer();

  test("what is settled stays, and the rest is tokenised as if it stood alone", () => {
    fc.assert(
      fc.property(awkward, awkward, (text, more) => {
        const { tokens, pending } = settle(text);
        expect(encodeDropping(text + more)).toEqual([...tokens, ...encodeDropping(pending + more)]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test("a settled first token does not depend on what follows", () => {
    fc.assert(
      fc.property(awkward, awkward, (text, more) => {
        if (firstSettled(text)) expect(encode(text + more)[0]).toBe(encode(text)[0]);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test("words do settle", () => {
    expect(settle("the cat sat").pending).toBe(" sat");
    expect(firstSettled("the")).toBe(false);
    expect(firstSettled("the ")).toBe(true);
  });
});

test("NFC never reaches over a boundary", async () => {
  const { tokenizer } = await opened("qwen3");
  const { encodeDropping, settle } = tokenizer();
  fc.assert(
    fc.property(awkward, awkward, (text, more) => {
      const { tokens, pending } = settle(text);
      expect(encodeDropping(text + more)).toEqual([...tokens, ...encodeDropping(pending + more)]);
    }),
    { seed: 3, numRuns: 300 },
  );
});

describe("when unsure, nothing settles", () => {
  const never = (json: ReturnType<typeof tinyByteLevel>, kind: "byte-level" | "byte-fallback", config = {}): void =>
    expect(settledBoundaries(json, kind, config)("the cat sat on the mat")).toEqual([]);

  test("a pattern that is not known", () => {
    const split = { type: "Split", pattern: { Regex: "\\s" }, behavior: "Isolated", invert: false };
    never(tinyByteLevel([], { pre_tokenizer: split }), "byte-level");
  });
  test("a normaliser that is not known", () =>
    never(tinyByteLevel([], { normalizer: { type: "Lowercase" } }), "byte-level"));
  test("an added token that eats spaces around it", () => {
    never(tinyByteLevel([], { added_tokens: [{ id: 256, content: "x", special: false, lstrip: true }] }), "byte-level");
  });
  test("a configuration that trims", () => never(tinyByteLevel([]), "byte-level", { remove_space: true }));
  test("an added token may reach over a space", () => {
    const added_tokens = [{ id: 256, content: "e c", special: false }, special(257, "<end>")];
    expect(settledBoundaries(tinyByteLevel([], { added_tokens }), "byte-level", {})("the cat sat")).toEqual([7]);
  });
  test("two characters that a merge may bring together", () => {
    const json = tinyByteFallback("abc", [["a", "b"]]);
    expect(settledBoundaries(json, "byte-fallback", {})("abcab")).toEqual([2, 3]);
  });
});
