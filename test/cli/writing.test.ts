import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommand } from "./models-io.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-writing-"));
afterAll(() => rmSync(folder, { recursive: true }));
const pipe = join(folder, "pipe");
execFileSync("mkfifo", [pipe]);
mkdirSync(join(folder, "report"));
execFileSync("mkfifo", [join(folder, "report", "index.html")]);
const started = join(folder, "started");

describe("what cannot be written is refused before any work:", () => {
  test.each([
    ["check", "--junit", pipe, "touch", started],
    ["check", "--html", pipe, "touch", started],
    ["mutants", "--save", pipe],
    ["bench", "--report", join(folder, "report"), "--target", join(folder, "no-model")],
    ["experiment", "run", "speedup-by-formula", "--out", pipe],
  ])("%s %s", async (...args) => {
    const { status, out, err } = await runCommand(...args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/^lossless: .*found a pipe, no regular file, expected a regular file.*\n$/);
    expect(existsSync(started)).toBe(false);
    expect(statSync(pipe).isFIFO()).toBe(true);
  });
  test("a folder that is not there", async () => {
    const { status, err } = await runCommand("check", "--junit", join(folder, "none/report.xml"), "touch", started);
    expect([status, err]).toEqual([2, expect.stringContaining('found no folder "')]);
    expect(existsSync(started)).toBe(false);
  });
});
