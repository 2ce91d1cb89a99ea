import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { writeWhole } from "../../../src/experiments/run/write-whole.ts";
import { packageRoot } from "../../../src/worlds/files.ts";

const folder = mkdtempSync(join(tmpdir(), "write-whole-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A device of Linux that is always full. */
const FULL = "/dev/full";

test("a file, its folder where that is wished, and nothing beside it", () => {
  const file = join(folder, "new", "page.html");
  expect(() => writeWhole(file, "one")).toThrow(/page.html: found a place that cannot be written: ENOENT/);
  writeWhole(file, "one", true);
  writeWhole(file, "two");
  expect(readFileSync(file, "utf8")).toBe("two");
  expect(readdirSync(join(folder, "new"))).toEqual(["page.html"]);
});

describe.runIf(existsSync(FULL))("a full disk", () => {
  test("leaves what was there, and nothing half-written", () => {
    const file = join(folder, "rows.jsonl");
    writeFileSync(file, "before");
    // What is written first, beside the file, lands on the full device.
    symlinkSync(FULL, `${file}.${process.pid}.part`);
    expect(() => writeWhole(file, "after")).toThrow(/rows.jsonl: found a place that cannot be written: ENOSPC/);
    expect(readFileSync(file, "utf8")).toBe("before");
    expect(readdirSync(folder).filter((name) => name.startsWith("rows"))).toEqual(["rows.jsonl"]);
  });
  test("as standard output ends a command in one line", () => {
    const command = `"${process.execPath}" --import tsx src/cli/main.ts --help > ${FULL}`;
    const { status, stderr } = spawnSync("sh", ["-c", command], { cwd: packageRoot(), encoding: "utf8" });
    expect(stderr).toMatch(/^lossless: the output cannot be written: ENOSPC[^\n]*\n$/);
    expect(status).toBe(2);
  });
});

test("a reader who has gone ends a command without a word", () => {
  // The reader leaves before anything is written: a pipe into a program that ends at once.
  const command = `{ sleep 1; "${process.execPath}" --import tsx src/cli/main.ts --help; echo $? >&2; } | true`;
  const { stderr } = spawnSync("sh", ["-c", command], { cwd: packageRoot(), encoding: "utf8" });
  expect(stderr).toBe("141\n");
});
