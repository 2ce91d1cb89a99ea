import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fromUnicode } from "../../../src/core/vocab/text.ts";
import { BadInput } from "../../../src/core/worlds/bad-input.ts";
import { openTokenizer } from "../../../src/pairs/tokenizer-files/open-tokenizer.ts";
import { special, tinyByteLevel } from "../../core/vocab/tiny-tokenizer.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-open-"));
afterAll(() => rmSync(folder, { recursive: true }));

const json = tinyByteLevel([["a", "b"]], { added_tokens: [special(257, "<|end|>"), special(258, "<|other|>")] });
/** A folder with these files. */
const written = (name: string, files: Readonly<Record<string, unknown>>): string => {
  mkdirSync(join(folder, name));
  for (const [file, value] of Object.entries(files))
    writeFileSync(join(folder, name, file), typeof value === "string" ? value : JSON.stringify(value));
  return join(folder, name);
};
const configured = (name: string, config: unknown): string =>
  written(name, { "tokenizer.json": json, "tokenizer_config.json": config });

describe("an opened tokenizer", () => {
  test("has its name, its file, its vocabulary, and is built once", async () => {
    const at = written("plain", { "tokenizer.json": json });
    const open = await openTokenizer("drafter", at);
    expect(open).toMatchObject({ name: "plain", file: join(at, "tokenizer.json"), json });
    expect(open.vocabulary).toMatchObject({ name: "drafter", size: 259, eos: null });
    expect(open.tokenizer()).toBe(open.tokenizer());
    expect(open.tokenizer().encode(fromUnicode("aab"))).toEqual([open.vocabulary.find("a" as never), 256]);
  });
  test.each<[what: string, config: unknown, eos: number | null]>([
    ["a text", { eos_token: "<|end|>" }, 257],
    ["an added token written out", { eos_token: { content: "<|other|>" } }, 258],
    ["null", { eos_token: null }, null],
    ["nothing", {}, null],
    ["a text that is no token", { eos_token: "<|none|>" }, null],
  ])("has the stop token of its configuration: %s", async (what, config, eos) => {
    expect((await openTokenizer("target", configured(what, config))).vocabulary.eos).toBe(eos);
  });
  test("has another stop token where an id is given, an added or an own one", async () => {
    const at = configured("given", { eos_token: "<|end|>" });
    const eos = async (stop?: number) => (await openTokenizer("target", at, stop)).vocabulary.eos;
    expect([await eos(), await eos(258), await eos(256), await eos(0), await eos(9999)]).toEqual([
      257, 258, 256, 0, 257,
    ]);
  });
  test("may be GPT-2's two files", async () => {
    const { vocab } = json.model;
    const at = written("gpt2", { "encoder.json": { ...vocab, "<|endoftext|>": 257 }, "vocab.bpe": "#version\na b" });
    const open = await openTokenizer("target", at);
    expect(open).toMatchObject({ name: "gpt2", file: join(at, "encoder.json"), vocabulary: { eos: 257 } });
    expect(open.tokenizer().encode(fromUnicode("ab"))).toEqual([256]);
  });
});

describe("what is wrong is refused with its place:", () => {
  const refused = async (at: string): Promise<unknown> =>
    openTokenizer("target", at)
      .then(({ tokenizer }) => tokenizer())
      .catch((error: unknown) => error);
  test.each<[what: string, config: unknown, message: string]>([
    [
      "a stop token that is a number",
      { eos_token: 7 },
      "$.eos_token of its tokenizer_config.json: found 7, expected a token, or null",
    ],
    [
      "a stop token without text",
      { eos_token: {} },
      "$.eos_token of its tokenizer_config.json: found an object, expected a token, or null",
    ],
    ["a configuration that is a list", [], "tokenizer_config.json at $: found an empty list, expected an object"],
  ])("%s", async (what, config, message) => {
    const error = await refused(configured(what, config));
    expect(error).toBeInstanceOf(BadInput);
    expect((error as Error).message).toContain(message);
  });
  test("a token that spells no bytes", async () => {
    const vocab = { ...json.model.vocab, "a b": 300 };
    const at = written("unreadable", { "tokenizer.json": { ...json, model: { ...json.model, vocab } } });
    expect(await refused(at)).toMatchObject({
      name: "BadInput",
      where: `${join(at, "tokenizer.json")} at $.model.vocab`,
      found: 'the token "a b" has a character that stands for no byte',
      expected: "the written form of bytes, and one id for each token",
    });
  });
  test("a pipeline that the library cannot build", async () => {
    const step = (parts: object) => ({
      ...json,
      decoder: { type: "ByteLevel" },
      normalizer: null,
      pre_tokenizer: parts,
    });
    const broken = step({ type: "Split", pattern: { Regex: "(" }, behavior: "Isolated" });
    const at = written("broken", { "tokenizer.json": broken });
    expect(await refused(at)).toMatchObject({
      name: "BadInput",
      where: join(at, "tokenizer.json"),
      expected: "a tokenizer that @huggingface/tokenizers can build",
    });
    const empty = { ...json, normalizer: { type: "Sequence" } };
    expect(await refused(written("no-steps", { "tokenizer.json": empty }))).toMatchObject({ name: "BadInput" });
  });
  test("a pattern that does not end keeps its own refusal", async () => {
    const split = { type: "Split", pattern: { Regex: "(A ?|A)+$" }, behavior: "Isolated" };
    const hostile = { ...json, decoder: { type: "ByteLevel" }, pre_tokenizer: split };
    const open = await openTokenizer("target", written("hostile", { "tokenizer.json": hostile }));
    const tokenizer = open.tokenizer();
    expect(() => tokenizer.encode(fromUnicode(`${"A".repeat(60)}!`))).toThrow("patterns that were still at work");
  });
  test("no JSON", async () => {
    expect(await refused(written("nojson", { "tokenizer.json": "{" }))).toMatchObject({ name: "BadInput" });
  });
});
