import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { hasKnownPipeline } from "../../../src/core/vocab/known-pipeline.ts";
import type { Step, TokenizerJson } from "../../../src/core/vocab/tokenizer-json.ts";
import { BadInput } from "../../../src/core/worlds/bad-input.ts";
import { bound } from "../../../src/pairs/tokenizer-files/bound.ts";
import { openTokenizer } from "../../../src/pairs/tokenizer-files/open-tokenizer.ts";
import { runCommand } from "../../cli/models-io.ts";
import { opened } from "../../core/vocab/opened.ts";
import { tinyByteFallback, tinyByteLevel } from "../../core/vocab/tiny-tokenizer.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-bound-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, json: TokenizerJson): string => {
  writeFileSync(join(folder, name), JSON.stringify(json));
  return join(folder, name);
};

/** Merges up to a token of 32 letters and one that is another. */
const letters: [string, string][] = [1, 2, 4, 8, 16].map((half) => ["a".repeat(half), "a".repeat(half)]);
const longTokens: [string, string][] = [...letters, ["a".repeat(32), "b"]];
const split = (Regex: string): Step => ({ type: "Split", pattern: { Regex }, behavior: "Isolated" });
const sequence = (...pretokenizers: Step[]): Step => ({ type: "Sequence", pretokenizers });
const bytes: Step = { type: "ByteLevel", use_regex: false };
const hostile = "(a+)+$";

describe("a pattern that does not end", () => {
  test.each([
    [
      "a pre-tokenizer between innocent steps",
      { pre_tokenizer: { ...sequence(split(hostile), bytes), normalizers: [] }, decoder: bytes },
    ],
    [
      "a normalizer",
      {
        normalizer: { type: "Replace", pattern: { Regex: hostile }, content: "" },
        pre_tokenizer: { type: "ByteLevel" },
      },
    ],
  ])("in %s ends profile in one line, status 2", async (name, parts) => {
    const named = file(`${name}.json`, tinyByteLevel(longTokens, parts));
    const good = file("good.json", tinyByteLevel([]));
    const { status, out, err } = await runCommand("profile", named, good);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(
      /^lossless: .*found patterns that were still at work on 33 bytes after [\d.]+ s, expected [^\n]+\n$/,
    );
  });
});

describe("bounded work", () => {
  const endless = (): never => {
    for (;;);
  };
  test("gives its result and its errors", () => {
    const within = bound("file");
    expect(within(1, () => 7)).toBe(7);
    expect(() => within(1, () => JSON.parse("{"))).toThrow(SyntaxError);
    expect(within(1, () => "again")).toBe("again");
  });
  test("that does not end is refused, and all that comes after it", () => {
    const within = bound("file", { spare: 20, call: 0, byte: 0 });
    expect(() => within(3, endless)).toThrow(BadInput);
    expect(() => within(0, () => 7)).toThrow("file: found patterns that were still at work on 3 bytes");
  });
  test("is refused with the seconds that it took", () => {
    let readings = 0;
    const within = bound("file", { spare: 20, call: 0, byte: 0 }, () => 1234 * readings++);
    expect(() => within(7, endless)).toThrow(
      "file: found patterns that were still at work on 7 bytes after 1.2 s, expected a normalizer and a pre_tokenizer whose time grows with the text",
    );
  });
  test("is given time by its texts, and has no more to spare than at the start", () => {
    let clock = 0;
    const takes = (milliseconds: number) => () => {
      clock += milliseconds;
    };
    const within = bound("file", { spare: 50, call: 1, byte: 2 }, () => clock);
    for (let n = 0; n < 100; n++) within(10, takes(21));
    within(0, takes(50));
    for (let n = 0; n < 100; n++) within(0, takes(0));
    within(0, takes(50));
    // What was spent in many calls is missing now: no single call was long.
    within(0, takes(3));
    expect(() => within(0, endless)).toThrow(/after 0.0 s/);
  });
});

describe("a pipeline is known", () => {
  const known = (parts: Partial<TokenizerJson>): boolean => hasKnownPipeline(tinyByteLevel([], parts));
  test("where it is that of GPT-2, Llama or Qwen", async () => {
    expect(known({})).toBe(true);
    expect(hasKnownPipeline(tinyByteFallback("a", []))).toBe(true);
    for (const name of ["gpt2", "llama3", "qwen3", "mistral"]) {
      expect(hasKnownPipeline((await opened(name)).json)).toBe(true);
    }
  });
  test("and not where any step can hide a pattern or let texts grow", () => {
    for (const parts of [
      { pre_tokenizer: split(hostile) },
      { pre_tokenizer: sequence(bytes, split("a")) },
      { pre_tokenizer: { type: "Sequence", normalizers: [bytes], pretokenizers: [split(hostile)] } },
      { pre_tokenizer: { type: "Sequence", normalizers: [bytes] } },
      { pre_tokenizer: sequence({ type: "Split", pattern: { Regex: "(?i:'s)", String: "a" } }) },
      { normalizer: { type: "Replace", pattern: { String: "a" }, content: "aa" } },
      { normalizer: { type: "Prepend", prepend: "x".repeat(99) } },
      { normalizer: { type: "Prepend" } },
      { normalizer: { type: "Unheard" } },
    ] as Partial<TokenizerJson>[]) {
      expect(known(parts)).toBe(false);
    }
  });
  test("an unknown one that ends gives the same tokens", async () => {
    const known = await openTokenizer("target", file("known.json", tinyByteLevel(longTokens)));
    const parts = { pre_tokenizer: sequence(split("\\s+|\\S+"), bytes) };
    const unknown = await openTokenizer("target", file("unknown.json", tinyByteLevel(longTokens, parts)));
    for (const text of ["a".repeat(70), "ab\u00c3\u00a9 b", "\u00ff"]) {
      expect(unknown.tokenizer().encode(text)).toEqual(known.tokenizer().encode(text));
    }
  });
});
