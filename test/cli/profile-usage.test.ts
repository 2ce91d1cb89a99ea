import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadAlgorithm } from "../../src/cli/load-algorithm.ts";
import { loadOracle } from "../../src/cli/load-oracle.ts";
import { profile, profileHelp } from "../../src/cli/profile.ts";
import { UsageError } from "../../src/cli/usage.ts";
import { BadInput } from "../../src/worlds/bad-input.ts";
import { tinyByteLevel } from "../vocab/tiny-tokenizer.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-usage-"));
afterAll(() => rmSync(folder, { recursive: true }));
const tokenizer = join(folder, "tokenizer.json");
writeFileSync(tokenizer, JSON.stringify(tinyByteLevel([])));

const run = async (...args: string[]) => {
  const said = { out: "", steps: [] as string[] };
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: () => undefined,
    progress: (line: string) => void said.steps.push(line),
    now: () => 0,
  };
  return { status: await profile(args, io), ...said };
};

describe("profile", () => {
  test.each([[[]], [["gpt2"]], [["gpt2", "gpt2", "gpt2"]]])("takes two tokenizers, not %j", async (names) => {
    await expect(run(...names)).rejects.toThrow(
      new UsageError(`found ${names.length} tokenizers, expected two: lossless profile <target> <drafter>`),
    );
  });
  test("says what it reads, and what it found for people or for scripts", async () => {
    const screen = await run(tokenizer, tokenizer);
    expect(screen.status).toBe(0);
    expect(screen.steps.slice(0, 2)).toEqual([`reading ${tokenizer}`, `reading ${tokenizer}`]);
    expect(screen.steps.at(-1)).toBe("");
    const { out } = await run(tokenizer, tokenizer, "--json");
    expect(screen.out).not.toBe(out);
    const found = JSON.parse(out);
    expect(found).toMatchObject({ sameVocabulary: true });
    // Large counts are texts, and what is not there is null.
    expect(found.psi.segmentations.max).toMatch(/^\d+$/);
    expect(out.endsWith("}\n")).toBe(true);
    expect((await run("-h")).out).toBe(profileHelp);
  });
});

describe("a module's algorithm", () => {
  const file = join(folder, "mine.js");
  writeFileSync(file, "");
  const parts = { start: () => 0, round: () => () => 0, key: () => "" };
  const load = (exported: unknown) => loadAlgorithm(file, async () => ({ default: exported }));
  test("is the default export, also where it is wrapped once more", async () => {
    const algorithm = { id: "mine", ...parts };
    expect(await load(algorithm)).toBe(algorithm);
    expect(await load({ default: algorithm })).toBe(algorithm);
  });
  test.each<[unknown, string, string]>([
    [undefined, "nothing", "an Algorithm"],
    [null, "null", "an Algorithm"],
    [7, "7", "an Algorithm"],
    [{ ...parts }, "the id nothing", "a name"],
    [{ id: "", ...parts }, 'the id ""', "a name"],
    [{ id: 7, ...parts }, "the id 7", "a name"],
    [{ id: "m", ...parts, start: 1 }, "start: 1", "a function"],
    [{ id: "m", ...parts, round: undefined }, "round: nothing", "a function"],
    [{ id: "m", ...parts, key: "k" }, 'key: "k"', "a function"],
  ])("%#: is refused with what was found", async (exported, found, expected) => {
    await expect(load(exported)).rejects.toThrow(new BadInput(`${file}, default export`, found, expected));
  });
  test.each<[unknown, string]>([
    [new Error("one\ntwo"), "one"],
    [new Error("said:\ntwo\nthree"), "said: two"],
    ["a text", "a text"],
    [new Error(""), ""],
  ])("%#: an error while it loads is told in its first line", async (thrown, found) => {
    const loading = loadAlgorithm(file, async () => {
      throw thrown;
    });
    await expect(loading).rejects.toThrow(new BadInput(file, found, "a module that loads"));
  });
  test("is looked for before anything is loaded, by its address", async () => {
    let address = "";
    const load = async (name: string) => {
      address = name;
      return { default: { id: "mine", ...parts } };
    };
    await expect(loadAlgorithm(join(folder, "absent.js"), load)).rejects.toThrow("absent.js: found nothing");
    expect(address).toBe("");
    await loadAlgorithm(file, load);
    expect(address).toMatch(/^file:\/\/\/.*mine\.js$/);
  });
});

test("the oracle is part of the package", async () => {
  const oracle = await loadOracle();
  expect(Object.values(oracle).some((one) => typeof one === "function")).toBe(true);
});
