import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { profile } from "../../src/cli/profile.ts";
import { helpOf } from "../../src/cli/table/help.ts";
import { profileTable } from "../../src/cli/tables/profile.ts";
import { BadInput } from "../../src/core/worlds/bad-input.ts";
import { overlap } from "../../src/pairs/profile/overlap.ts";
import { paperFigures } from "../../src/pairs/profile/paper.ts";
import { paperLines } from "../../src/pairs/profile/screen.ts";
import { type OpenTokenizer, openTokenizer } from "../../src/pairs/tokenizer-files/open-tokenizer.ts";
import type { Io } from "../../src/system/io.ts";
import { UsageError } from "../../src/system/usage.ts";
import { opened, openedDrafter } from "../core/vocab/opened.ts";
import { tinyByteLevel } from "../core/vocab/tiny-tokenizer.ts";

const run = async (...args: string[]): Promise<string> => {
  let out = "";
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    progress: () => undefined,
    now: () => 0,
  };
  expect(await profile(args, io)).toBe(0);
  return out;
};

describe("the paper's numbers", async () => {
  const qwen = await openedDrafter("qwen3");
  const llama2 = await opened("llama2");
  const mistral = await opened("mistral");
  const compare = (target: OpenTokenizer<"target">, drafter: OpenTokenizer<"drafter">) =>
    overlap(target.vocabulary, drafter.vocabulary);

  test("Llama 3 and Qwen: Table 8, Table 5, and the word hello", async () => {
    const llama3 = await opened("llama3");
    const shared = compare(llama3, qwen);
    expect(shared).toMatchObject({ written: 109_566, bytes: 109_566, spaceMapped: 109_566 });
    expect(Math.floor((100 * shared.written) / llama3.vocabulary.size)).toBe(85);
    const figures = paperFigures(llama3, qwen, shared);
    expect(figures.map(({ paper, measured, agrees }) => [paper, measured, agrees])).toEqual([
      ["109,566", "109,566", true],
      ["14", "14", true],
      ["16", "16", true],
      ["4/6/8, 17", "4/6/8, 17", true],
      ["6.21, 2.87", "6.21, 2.87", true],
      ["7/15/56, 65,536", "7/15/56, 65,536", true],
      ["144.31, 880.98", "146.92, 949.78", false],
      ["not counted", "up to 1.7e+38", false],
    ]);
    for (const { agrees, why } of figures) expect(why === null).toBe(agrees);
  });

  test("Mistral and vicuna, whose vocabulary is Llama 2's: 24,184", async () => {
    const vicuna = await openedDrafter("llama2");
    const shared = compare(mistral, vicuna);
    expect(shared).toMatchObject({ written: 24_184, spaceMapped: 24_184 });
    expect(paperFigures(mistral, vicuna, shared)).toMatchObject([{ paper: "24,184", agrees: true }]);
  });

  test("Llama 2 and Qwen: 9,587 and 22,274, where the paper's Phi-3 has one more", () => {
    const shared = compare(llama2, qwen);
    expect(shared).toMatchObject({ written: 9_587, spaceMapped: 22_274 });
    expect(compare(mistral, qwen)).toMatchObject({ written: 10_566, spaceMapped: 24_750 });
  });

  test("the screen of Mistral and Llama 2 fits its width and says where the paper differs", async () => {
    const out = await run("llama2", "mistral");
    expect(out).toMatch(/equal strings, as the files write them +24,184\n/);
    expect(out).toMatch(/tli +best +T ∩ D is /);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

test("the paper's figures on the screen, and why ours differ", () => {
  const figure = { figure: "|T ∩ D|", paper: "10,566", measured: "24,750", agrees: false, why: "spaces are mapped" };
  expect(paperLines([figure]).join("\n")).toMatch(/\|T ∩ D\| +10,566 +24,750\n +differs: spaces are mapped/);
  expect(paperLines([])).toEqual([]);
});

describe("a small pair", () => {
  const folder = mkdtempSync(join(tmpdir(), "profile-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const tokenizer = (name: string, text: string): string => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "tokenizer.json"), text);
    return join(folder, name);
  };
  const json = (change: object = {}): string => JSON.stringify({ ...tinyByteLevel([["a", "b"]]), ...change });
  const good = tokenizer("good", json());
  const alone = tokenizer("alone", JSON.stringify(tinyByteLevel([])));

  test("the same vocabulary suits sd", async () => {
    const { sameVocabulary, advice, target } = JSON.parse(await run(good, join(good, "tokenizer.json"), "--json"));
    expect(sameVocabulary).toBe(true);
    expect(advice[0]).toMatchObject({ algorithm: "sd", suits: "best" });
    expect(target).toMatchObject({ name: "good", ids: 257, textTokens: 257, stopToken: null });
  });

  test("a drafter of single bytes makes ψ cheap, and slrs possible", async () => {
    const { advice, psi, shared } = JSON.parse(await run(good, alone, "--json"));
    expect(psi.passes).toMatchObject({ max: "2", mean: 258 / 257 });
    expect(advice.find(({ algorithm }: { algorithm: string }) => algorithm === "slrs").suits).toBe("possible");
    expect(shared).toMatchObject({ bytes: 256, ofDrafter: 1 });
  });

  const model = (change: object): string => json({ model: { ...tinyByteLevel([]).model, ...change } });
  const huge = tokenizer("huge", "{}");
  truncateSync(join(huge, "tokenizer.json"), 200 << 20);
  mkdirSync(join(folder, "empty"));
  const deep = `${'{"a":'.repeat(5000)}0${"}".repeat(5000)}`;
  const unigram = json({ model: { type: "Unigram", vocab: [["a", 0]] } });
  const broken = { type: "Split", pattern: { Regex: "(" }, behavior: "Isolated" };
  const bytes = [{ type: "ByteLevel" }];

  test.each([
    ["no file", "./no/such/file", "./no/such/file: found nothing, expected a folder, a tokenizer.json file"],
    ["no package", "nosuchname", "found neither a file nor the package @lenml/tokenizer-nosuchname"],
    ["an empty folder", join(folder, "empty"), "found a folder without a tokenizer, expected tokenizer.json in it"],
    ["200 MB", huge, "tokenizer.json: found 200 MB, expected at most 64 MB"],
    ["no JSON", tokenizer("wrong", "{"), "expected JSON"],
    ["a list", tokenizer("list", "[]"), "tokenizer.json at $: found an empty list, expected an object"],
    ["deep nesting", tokenizer("deep", deep), "found nesting deeper than 32"],
    ["no model", tokenizer("none", "{}"), 'at $: found none, expected the key "model"'],
    [
      "another kind",
      tokenizer("unigram", unigram),
      '$.model.type: found a tokenizer of kind "Unigram", expected a byte-pair',
    ],
    [
      "characters only",
      tokenizer("plain", json({ pre_tokenizer: null })),
      "$.model: found a byte-pair encoding over characters",
    ],
    [
      "an id that is none",
      tokenizer("id", model({ vocab: { a: -1 } })),
      "at $.model.vocab.a: found -1, expected a whole number",
    ],
    [
      "__proto__",
      tokenizer("proto", model({}).replace('"!":', '"__proto__":"x","!":')),
      'at $.model.vocab.__proto__: found "x"',
    ],
    [
      "a merge of one",
      tokenizer("merge", model({ merges: ["a b", "ab"] })),
      'at $.model.merges[1]: found "ab", expected two tokens',
    ],
    [
      "two tokens of one id",
      tokenizer("twice", model({ vocab: { a: 0, b: 0 } })),
      '$.model.vocab: found the token "b" has the id 0',
    ],
    ["no step", tokenizer("step", json({ normalizer: 7 })), "at $.normalizer: found 7, expected an object"],
    [
      "a broken pattern",
      tokenizer("regex", json({ pre_tokenizer: { type: "Sequence", pretokenizers: [broken, ...bytes] } })),
      "expected a tokenizer that @huggingface/tokenizers can build",
    ],
  ])("%s is refused in one line", async (_, argument, message) => {
    const opened = openTokenizer("target", argument).then(({ tokenizer }) => void tokenizer());
    const error = await opened.catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(BadInput);
    expect((error as BadInput).message).toContain(message);
    expect((error as BadInput).message).not.toContain("\n");
  });

  test("GPT-2's two files, under the names that transformers gives them", async () => {
    const old = join(folder, "old");
    const { vocab } = tinyByteLevel([["a", "b"]]).model;
    mkdirSync(old);
    writeFileSync(join(old, "vocab.json"), JSON.stringify({ ...vocab, "<|endoftext|>": 257 }));
    writeFileSync(join(old, "merges.txt"), "#version: 0.2\na b\n");
    const { name, vocabulary, tokenizer } = await openTokenizer("target", old);
    expect({ name, eos: vocabulary.eos }).toEqual({ name: "old", eos: 257 });
    expect(tokenizer().encode("ab")).toEqual([256]);
  });

  test("a token named __proto__ is a token", async () => {
    const proto = tokenizer("fine", model({}).replace('"!":', '"__proto__":300,"!":'));
    expect(JSON.parse(await run(proto, good, "--json")).target).toMatchObject({
      ids: 301,
      textTokens: 257,
      unusedIds: 44,
    });
  });
});

test("usage", async () => {
  expect(await run("--help")).toBe(helpOf(profileTable));
  await expect(run("llama2")).rejects.toThrow("found 1 tokenizers, expected two");
  await expect(run("a", "b", "--verbose")).rejects.toThrow(UsageError);
  await expect(run("nosuchname", "llama2")).rejects.toThrow(BadInput);
});
