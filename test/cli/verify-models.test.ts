import { existsSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { shipped } from "../../src/pairs/model-files/open-drafter.ts";
import type { Row } from "../../src/system/verdict-table.ts";
import { removeFolder, tinyFolder } from "../support/onnx/tiny-folder.ts";
import { runCommand } from "./models-io.ts";

const target = tinyFolder({
  positions: 640,
  merges: [
    ["t", "h"],
    ["th", "e"],
  ],
});
const drafter = tinyFolder({
  positions: 640,
  layers: 1,
  merges: [
    ["t", "h"],
    ["e", "n"],
  ],
});
afterAll(() => [target, drafter, same].forEach(removeFolder));
/** The target's network in another folder: a drafter for the control that needs one vocabulary. */
const same = tinyFolder({
  positions: 640,
  merges: [
    ["t", "h"],
    ["th", "e"],
  ],
});
const tiny = ["--target", target, "--drafter", drafter];
/** The pair that ships, where it is there. */
const real = existsSync(shipped("target")) && existsSync(shipped("drafter-64x1")) ? [] : tiny;

const rows = async (...args: string[]): Promise<Row[]> => {
  const { out, err } = await runCommand("verify", ...args, "--json");
  expect(err).toBe("");
  return JSON.parse(out);
};

describe("one round on real laws, as exact fractions", () => {
  test("every algorithm that fits: proved, gap exactly 0, at the 16 likeliest tokens", async () => {
    const found = await rows(
      ...(real.length === 0 ? ["--target", shipped("target")] : real),
      "--contexts",
      "1",
      "--top-k",
      "16",
    );
    expect(found.length).toBeGreaterThan(8);
    for (const row of found) {
      expect(row).toMatchObject({ verdict: "proved", tier: "enumeration", gap: "0", contexts: 1 });
      expect(row.acceptance).toMatch(/^\d+(\/\d+)?$/);
    }
  });
  test("two drafts a round", async () => {
    const found = await rows(...tiny, "--top-k", "3", "--lookahead", "2");
    expect(found.map(({ verdict, gap }) => `${verdict} ${gap}`)).toEqual(found.map(() => "proved 0"));
  });
  test("the whole vocabulary, one algorithm", async () => {
    const [row] = await rows(...tiny, "--algorithm", "tli", "--temperature", "0.7");
    expect(row).toMatchObject({ verdict: "proved", gap: "0" });
  });
  test("a lossy control is refuted, and the status says so", async () => {
    const { status, out } = await runCommand(
      "verify",
      ...tiny,
      "--drafter",
      same,
      "--algorithm",
      "typical",
      "--top-k",
      "16",
    );
    expect([status, out.includes("refuted")]).toEqual([1, true]);
  });
});

describe("sampled generations", () => {
  test("greedy: the same tokens as decoding one by one", async () => {
    const found = await rows(
      "--tier",
      "statistics",
      "--temperature",
      "0",
      "--contexts",
      "5",
      "--horizon",
      "16",
      "--lookahead",
      "3",
      ...(real.length === 0 ? ["--target", shipped("target")] : real),
    );
    for (const row of found) expect(row).toMatchObject({ verdict: "consistent", contexts: 5 });
    expect(found.map(({ algorithm }) => algorithm)).toContain("slem");
  });
  test("frequencies: consistent, with rates and the bias that would have been seen", async () => {
    const args = ["--tier", "statistics", "--algorithm", "tli", "--top-k", "3", "--samples", "600", "--horizon", "2"];
    const [row] = await rows(...tiny, ...args);
    expect(row).toMatchObject({ verdict: "consistent", samples: 600, alpha: 1e-6, power: 0.999 });
    expect(row?.detectable).toBeLessThan(0.5);
  });
  test("frequencies of a lossy control are refuted", async () => {
    const args = [
      "--tier",
      "statistics",
      "--algorithm",
      "typical",
      "--top-k",
      "16",
      "--samples",
      "3000",
      "--horizon",
      "1",
    ];
    const [row] = await rows("--target", target, "--drafter", same, ...args);
    expect(row?.verdict).toBe("refuted");
  });
});

test.each([
  [["--tier", "oracle"], 'found the tier "oracle"'],
  [["--algorithm", "sd"], "share one vocabulary"],
  [["--contexts", "0"], "--contexts"],
  [["--contexts", "5000"], "a wish for 5000 prompts"],
])("%j is refused", async (args, message) => {
  const { status, err } = await runCommand("verify", ...tiny, ...args);
  expect(err).toContain(message);
  expect(status).toBe(2);
});

test.each(["--temperature", "--top-k", "--top-p", "--threads"])(
  "%s alone asks for the models that ship",
  async (option) => {
    const { status, err } = await runCommand("verify", "--tier", "statistics", option, "many");
    expect(err).toContain(`found ${option} "many"`);
    expect(status).toBe(2);
  },
);
