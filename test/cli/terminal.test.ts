import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BadModel } from "../../src/core/models/bad-model.ts";
import { BadInput, shown } from "../../src/core/worlds/bad-input.ts";
import { jsonText } from "../../src/system/json-text.ts";
import { printableLines } from "../../src/system/printable-lines.ts";
import { table } from "../../src/system/table.ts";
import { UsageError } from "../../src/system/usage.ts";
import { special, tinyByteLevel } from "../core/vocab/tiny-tokenizer.ts";
import { runCommand } from "./models-io.ts";

/** An escape sequence, a return, a bell, a control of eight bits, and a mark that turns the reading direction around. */
const EVIL = "\u001b[1A\u001b[2K\rproved\u0007\u009b31m\u202e";
const OBEYED = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

const folder = mkdtempSync(join(tmpdir(), "lossless-terminal-"));
afterAll(() => rmSync(folder, { recursive: true }));

const side = (label: string) => ({
  vocabulary: [label, "b"],
  eos: null,
  tokenizer: "longest-prefix",
  model: { kind: "markov", order: 0, rows: [{ context: [], next: { [label]: "1/2", b: "1/2" } }] },
});
const world = (parts: object = {}): string => {
  const file = join(folder, `${Object.keys(parts).join("")}${EVIL}.json`);
  const good = {
    format: "lossless-world/1",
    name: `w${EVIL}`,
    about: `about${EVIL}`,
    prompt: "b",
    lookahead: 1,
    target: side(`a${EVIL}`),
    drafter: { ...side(`a${EVIL}`), model: { kind: "markov", order: 0, rows: [{ context: [], next: { b: "1" } }] } },
  };
  writeFileSync(file, JSON.stringify({ ...good, ...parts }));
  return file;
};

describe("what comes from outside is shown and not obeyed:", () => {
  test("names, abouts and tokens of worlds, with a witness", async () => {
    for (const args of [["--algorithm", "typical"], ["--algorithm", "all"], ["--json"]]) {
      const { out, err } = await runCommand("verify", world(), ...args);
      expect(err).toBe("");
      expect(out).toContain("w\\");
      expect(out).not.toMatch(OBEYED);
    }
    const { out } = await runCommand("verify", world(), "--algorithm", "typical");
    expect(out).toContain("about\\u{1b}[1A\\u{1b}[2K\\u{d}proved\\u{7}\\u{9b}31m\\u{202e}");
  });
  test("refusals of worlds, options, commands and models", async () => {
    for (const args of [
      ["verify", world({ [EVIL]: 1 })],
      ["verify", world({ name: 7 })],
      ["verify", join(folder, `absent${EVIL}`)],
      ["verify", world(), "--algorithm", EVIL],
      ["verify", `--${EVIL}`],
      ["generate", "--prompt", "x", "--target", `absent${EVIL}`],
      [`${EVIL}`],
    ]) {
      const { status, out, err } = await runCommand(...args);
      expect([status, out]).toEqual([2, ""]);
      expect(err).toMatch(/^lossless: [^\n]+\n$/);
      expect(err).not.toMatch(OBEYED);
      expect(err).toContain("\\u{202e}");
    }
    for (const error of [new BadInput(EVIL, EVIL, EVIL), new BadModel(EVIL, EVIL, EVIL), new UsageError(EVIL)]) {
      expect(error.message).not.toMatch(OBEYED);
    }
    expect(shown(EVIL.repeat(9))).not.toMatch(OBEYED);
    expect(shown(EVIL)).not.toMatch(OBEYED);
  });
  test("names and stop tokens of tokenizers", async () => {
    const tokenizer = join(folder, `tokenizer${EVIL.replace("/", "")}`);
    mkdirSync(tokenizer);
    const json = tinyByteLevel([], { added_tokens: [special(256, EVIL)] });
    writeFileSync(join(tokenizer, "tokenizer.json"), JSON.stringify(json));
    writeFileSync(join(tokenizer, "tokenizer_config.json"), JSON.stringify({ eos_token: EVIL }));
    const screen = await runCommand("profile", tokenizer, tokenizer);
    expect(screen.out).toContain("\\u{1b}[1A");
    expect(screen.out).not.toMatch(OBEYED);
    const { out } = await runCommand("profile", tokenizer, tokenizer, "--json");
    expect(out).not.toMatch(OBEYED);
    expect(JSON.parse(out).target.stopToken).toBe(EVIL);
  });
});

test("tables, lines and JSON keep what they mean", () => {
  expect(table(["name", "x"], [["a\rb", "1"]])).toBe("name     x\na\\u{d}b  1");
  expect(printableLines("a\tb\nc\u001b[2Kd\r\n")).toBe("a\tb\nc\\u{1b}[2Kd\\u{d}\n");
  const value = { [EVIL]: [EVIL, "\u{e0041}\u2028", "plain ψ"], n: 1 };
  expect(jsonText(value)).not.toMatch(OBEYED);
  expect(JSON.parse(jsonText(value))).toEqual(value);
  expect(jsonText({ a: "ψ" })).toBe('{\n  "a": "ψ"\n}');
});
