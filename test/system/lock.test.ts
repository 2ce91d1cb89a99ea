import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { BadInput } from "../../src/core/worlds/bad-input.ts";
import { lockFile } from "../../src/system/lock.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "rows.jsonl");
const lock = `${file}.lock`;

/** The number of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ["--version"]).pid;

test("a second lock is refused and names who holds the first, until that is released", () => {
  const first = lockFile(file);
  expect(() => lockFile(file)).toThrow(BadInput);
  expect(() => lockFile(file)).toThrow(
    `${file}: found a run that goes on with it, process ${process.pid} on "${hostname()}", expected none; if that one has ended, remove ${lock}`,
  );
  first.check();
  first.release();
  lockFile(file).release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["has ended", () => ({ pid: ended(), boot: null, start: null })],
  ["ran before the machine was started again", () => ({ pid: process.pid, boot: "another", start: "1" })],
  ["had the number of one that runs", () => ({ pid: process.pid, boot: null, start: "1" })],
])("the lock of a process that %s is taken over", (_, of) => {
  writeFileSync(lock, JSON.stringify({ host: hostname(), ...of() }));
  const ours = lockFile(file);
  expect(JSON.parse(readFileSync(lock, "utf8"))).toMatchObject({ pid: process.pid, host: hostname() });
  ours.release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["a process that runs", JSON.stringify({ host: hostname(), pid: process.ppid, boot: null, start: null })],
  ["another host", JSON.stringify({ host: "elsewhere", pid: ended(), boot: null, start: null })],
  ["nobody that can be named", "{}"],
  ["an escape sequence", '"\u001b[2K"'],
])("the lock of %s is left alone", (_, text) => {
  writeFileSync(lock, text);
  expect(() => lockFile(file)).toThrow(BadInput);
  expect(() => lockFile(file)).not.toThrow("\u001b");
  expect(readFileSync(lock, "utf8")).toBe(text);
  rmSync(lock);
});

test("a run whose lock is gone does not go on, and does not release another's", () => {
  const ours = lockFile(file);
  writeFileSync(lock, "another's");
  expect(() => ours.check()).toThrow("found the lock of this run gone");
  ours.release();
  expect(readFileSync(lock, "utf8")).toBe("another's");
  rmSync(lock);
});
