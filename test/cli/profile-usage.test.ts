import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { profile } from "../../src/cli/profile.ts";
import { helpOf } from "../../src/cli/table/help.ts";
import { profileTable } from "../../src/cli/tables/profile.ts";
import { loadOracle } from "../../src/system/load-oracle.ts";
import { UsageError } from "../../src/system/usage.ts";
import { tinyByteLevel } from "../core/vocab/tiny-tokenizer.ts";

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
    expect((await run("-h")).out).toBe(helpOf(profileTable));
  });
});

test("the oracle is part of the package", async () => {
  const oracle = await loadOracle();
  expect(Object.values(oracle).some((one) => typeof one === "function")).toBe(true);
});
