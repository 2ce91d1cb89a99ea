import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/system/files.ts";
import { writeWhole } from "../../src/system/write-whole.ts";

const folder = mkdtempSync(join(tmpdir(), "write-whole-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A device of Linux that is always full. */
const FULL = "/dev/full";

test("a file, its folder where that is wished, and nothing beside it", () => {
  const file = join(folder, "new", "page.html");
  expect(() => writeWhole(file, "one")).toThrow(/page.html: found no folder ".*new", expected one that is there/);
  writeWhole(file, "one", true);
  writeWhole(file, "two");
  expect(readFileSync(file, "utf8")).toBe("two");
  expect(readdirSync(join(folder, "new"))).toEqual(["page.html"]);
});

test("keeps the rights of the file that it replaces", () => {
  const file = join(folder, "private.json");
  writeFileSync(file, "before");
  chmodSync(file, 0o600);
  writeWhole(file, "after");
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("never writes into what somebody has put where a draft goes", () => {
  const [file, elsewhere] = [join(folder, "report.xml"), join(folder, "elsewhere")];
  writeFileSync(elsewhere, "mine");
  symlinkSync(elsewhere, `${file}.${process.pid}.part`);
  writeWhole(file, "report");
  expect(readFileSync(elsewhere, "utf8")).toBe("mine");
  expect(readFileSync(file, "utf8")).toBe("report");
  expect(readdirSync(folder).filter((name) => name.startsWith("report"))).toEqual([
    "report.xml",
    `report.xml.${process.pid}.part`,
  ]);
});

test("what does not fit leaves what was there, and nothing half-written", () => {
  const file = join(folder, "rows.jsonl");
  writeFileSync(file, "before");
  const write = `import { writeWhole } from "./src/system/write-whole.ts";
    try { writeWhole(process.argv[1], "x".repeat(2 ** 24)); } catch (error) { console.log(error.name, error.message); }`;
  // The shell sets the largest file that a process may write, in blocks.
  const command = 'ulimit -f 4096; exec "$0" --import tsx --input-type=module --eval "$1" "$2"';
  const { stdout } = spawnSync("sh", ["-c", command, process.execPath, write, file], {
    cwd: packageRoot(),
    encoding: "utf8",
  });
  expect(stdout).toMatch(/^BadInput .*rows.jsonl: found a place that cannot be written: EFBIG[^\n]*\n$/);
  expect(readFileSync(file, "utf8")).toBe("before");
  expect(readdirSync(folder).filter((name) => name.startsWith("rows"))).toEqual(["rows.jsonl"]);
});

describe.runIf(existsSync(FULL))("a full disk", () => {
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
