import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { writeReport } from "../../src/pairs/speed/report.ts";
import type { BenchRow } from "../../src/pairs/speed/row.ts";
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
const folder = mkdtempSync(join(tmpdir(), "bench-"));
afterAll(() => [target, drafter, folder].forEach(removeFolder));
const small = ["--prompts", "1", "--repetitions", "1", "--max-new-tokens", "8", "--tasks", "prose,japanese"];
const pair = ["--target", target, "--drafter", `${drafter},copy`, "--top-k", "4"];

describe("a benchmark of a tiny pair", () => {
  test("rows with every figure, and a page without anything fetched", async () => {
    const { status, out, err } = await runCommand("bench", ...pair, ...small, "--json", "--report", folder);
    expect([status, err]).toEqual([0, `${join(folder, "index.html")}\n`]);
    const rows: BenchRow[] = JSON.parse(out);
    expect(new Set(rows.map(({ task }) => task))).toEqual(new Set(["prose", "japanese"]));
    expect(rows.map(({ algorithm }) => algorithm)).toEqual(
      expect.arrayContaining(["autoregressive", "slem", "tli", "tli-block", "sd", "sd-block"]),
    );
    // Of a law that was cut to a few tokens the rest can be had for any draft.
    const drafts = rows.filter(({ algorithm, temperature }) => algorithm === "slrs" && temperature === 1);
    expect(new Set(drafts.map(({ lookahead }) => lookahead))).toEqual(new Set([2, 4]));
    for (const row of rows) {
      expect(row.lossless).toBe(true);
      expect(row.tokensPerRound).toBeGreaterThanOrEqual(1);
      expect(row.acceptance).toBeGreaterThanOrEqual(0);
      if (row.algorithm === "autoregressive")
        expect(row).toMatchObject({ acceptance: 0, tokensPerRound: 1, drafterPasses: 0 });
    }
    const html = readFileSync(join(folder, "index.html"), "utf8");
    expect(html).toContain("<h2>What to monitor</h2>");
    expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(4);
    expect(html.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:\/\/|src=|NaN|undefined/);
    expect(readdirSync(folder)).toEqual(["index.html"]);
  });
  test("a table for people", async () => {
    const { out } = await runCommand(
      "bench",
      ...pair,
      ...small,
      "--algorithms",
      "slem",
      "--lookahead",
      "2",
      "--temperatures",
      "0",
    );
    expect(out).toMatch(/algorithm +temperature +lookahead +tokens\/s +speed-up/);
    expect(out).toContain("a bare loop of passes");
  });
});

describe("a report that cannot be written", () => {
  test("is one line, and leaves what was there", () => {
    const file = join(folder, "file");
    writeFileSync(file, "a file");
    expect(() => writeReport(file, "page")).toThrow(/file.index.html: found a place that cannot be written: /);
    expect(readFileSync(file, "utf8")).toBe("a file");
  });
});

test.each([
  [["--tasks", "poetry"], 'found the task "poetry"'],
  [["--lookahead", "40"], "--lookahead"],
  [["--algorithms", "sd"], "needs one vocabulary"],
])("%j is refused", async (args, message) => {
  const { status, err, out } = await runCommand("bench", "--target", target, "--drafter", drafter, ...args);
  expect(err).toContain(message);
  expect([status, out]).toEqual([2, ""]);
});
