import { EventEmitter } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/commands.ts";
import { lastResort } from "../../src/cli/last-resort.ts";
import { BadInput } from "../../src/core/worlds/bad-input.ts";
import { describeError } from "../../src/system/describe-error.ts";
import { listen } from "../../src/system/interruption.ts";
import type { Io } from "../../src/system/io.ts";
import { UsageError } from "../../src/system/usage.ts";
import { runCommand } from "./models-io.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-unexpected-"));
afterAll(() => rmSync(folder, { recursive: true }));
symlinkSync("loop", join(folder, "loop"));
writeFileSync(join(folder, "file.json"), "{}");
mkdirSync(join(folder, "folder"));

const long = "x".repeat(300);
const at = (name: string) => join(folder, name);

describe("what the system refuses is one line and status 2, for every command", () => {
  test.each([
    ["verify", at("loop")],
    ["verify", at(long)],
    ["verify", join(at("file.json"), "x")],
    ["verify", "--algorithm", at(long)],
    ["profile", at("loop"), at("loop")],
    ["profile", at(long), "gpt2"],
    ["experiment", "merge", at("folder")],
    ["experiment", "merge", at("loop")],
    ["experiment", "merge", at(long)],
    ["check", ""],
    ["check", "--", ""],
    ["check", long],
    ["check", join(at("file.json"), "x")],
    ["check", at("folder")],
    ["check", at("absent")],
    ["check", "a\0b"],
    ["check", "--world", at("loop"), "own"],
    ["check", "--world", join(at("file.json"), "x"), "own"],
    ["check", "--pass-env", "A=B", "own"],
    ["check", "--self-test", "--junit", at("x.xml"), "own"],
  ])("%s %s %s", async (...args) => {
    const { status, out, err } = await runCommand(...args.filter((word) => word !== undefined));
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^lossless: [^\n]+\n$/);
    expect(err).not.toContain("    at ");
  });
});

describe("anything that is thrown has a line", () => {
  class Silent extends Error {
    override get message(): string {
      throw new Error("no message");
    }
  }
  const hostile = Object.assign(Object.create(null), {});
  test.each([
    [new UsageError("found x"), "found x"],
    [new BadInput("a.json", "x", "y"), "a.json: found x, expected y"],
    [Object.assign(new Error("EISDIR: no"), { syscall: "read" }), "EISDIR: no"],
    [new TypeError("x is not a function"), "unexpected TypeError: x is not a function (LOSSLESS_DEBUG=1 shows where)"],
    [new Error("two\nlines"), "unexpected Error: two lines (LOSSLESS_DEBUG=1 shows where)"],
    [new UsageError("\u001b[2J\u202eabc"), "\\u{1b}[2J\\u{202e}abc"],
    ["text", "unexpected text"],
    [undefined, "unexpected undefined"],
    [7, "unexpected 7"],
    [hostile, "unexpected error without a text"],
    [Symbol("s"), "unexpected Symbol(s)"],
    [new Silent(), "unexpected error without a text"],
  ])("%#", (thrown, line) => {
    expect(describeError(thrown, false)).toBe(line);
    expect(describeError(thrown, false)).not.toContain("\n");
  });
  test("the stack is for those who ask", () => {
    const error = new TypeError("no");
    expect(describeError(error, true)).toBe(`${describeError(error, false)}\n${error.stack}`);
    expect(describeError("no", true)).toBe("unexpected no");
  });
});

test("an error of ours in a command is status 2, with a stack only on demand", async () => {
  const said: string[] = [];
  const io: Io = {
    out: () => {
      throw new RangeError("broken");
    },
    err: (text) => void said.push(text),
    progress: () => undefined,
    now: () => 0,
  };
  expect([await main(["check", "--help"], io), await main(["--help"], { ...io, debug: true })]).toEqual([2, 2]);
  expect(said[0]).toBe("lossless: unexpected RangeError: broken (LOSSLESS_DEBUG=1 shows where)\n");
  expect(said[1]).toMatch(/^lossless: unexpected RangeError: broken .*\nRangeError: broken\n {4}at /);
});

test("each word that asks for help gets the same help, and no word gets it with status 2", async () => {
  const found = await Promise.all(["help", "-h", "--help"].map((word) => runCommand(word)));
  expect(found[0]?.out).toMatch(/^lossless: does a speculative-decoding algorithm/);
  for (const one of found) expect(one).toEqual({ status: 0, out: found[0]?.out, err: "" });
  expect(await runCommand()).toEqual({ status: 2, out: found[0]?.out, err: "" });
});

/** A process that can be heard, but not ended. */
class Fake extends EventEmitter {
  readonly statuses: number[] = [];
  exitCode: number | string | null | undefined;
  exit(status: number): void {
    this.statuses.push(status);
  }
}

test("what nobody catches ends the process with status 2 in one line", () => {
  const process = new Fake();
  const said: string[] = [];
  lastResort(process, { err: (text) => void said.push(text) });
  process.emit("uncaughtException", new Error("late"));
  process.emit("unhandledRejection", "rejected");
  expect(process.statuses).toEqual([2, 2]);
  expect(said).toEqual([
    "lossless: unexpected Error: late (LOSSLESS_DEBUG=1 shows where)\n",
    "lossless: unexpected rejected\n",
  ]);
  lastResort(process, { err: (text) => void said.push(text), debug: true });
  const error = new Error("later");
  process.emit("uncaughtException", error);
  expect(said.at(-1)).toBe(`lossless: ${describeError(error, true)}\n`);
});

test("waiting for what never comes is status 2; other ends are left as they are", () => {
  const process = new Fake();
  const said: string[] = [];
  lastResort(process, { err: (text) => void said.push(text) });
  for (const status of [0, 1, 3]) process.emit("exit", status);
  expect([process.exitCode, said]).toEqual([undefined, []]);
  process.emit("exit", 13);
  expect(process.exitCode).toBe(2);
  expect(said).toHaveLength(1);
});

test("the first interruption is told, the second ends at once, and nothing listens afterwards", () => {
  for (const name of ["SIGINT", "SIGTERM"]) {
    const process = new Fake();
    const { signal, release } = listen(process);
    expect(signal.aborted).toBe(false);
    process.emit(name);
    expect([signal.aborted, process.statuses]).toEqual([true, []]);
    process.emit(name);
    expect(process.statuses).toEqual([130]);
    release();
    expect([process.listenerCount("SIGINT"), process.listenerCount("SIGTERM")]).toEqual([0, 0]);
  }
});
