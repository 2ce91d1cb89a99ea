import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BadInput } from "../../src/core/worlds/bad-input.ts";
import { writablePlace } from "../../src/system/writable-place.ts";
import { writeWhole } from "../../src/system/write-whole.ts";

const folder = mkdtempSync(join(tmpdir(), "writable-place-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

/** A device of our own, where the system lets us make one: a test must not put the machine's own at risk. */
const device = (): string | undefined => {
  try {
    execFileSync("mknod", [at("device"), "c", "1", "3"], { stdio: "ignore" });
    return at("device");
  } catch {
    return undefined;
  }
};

describe("a link", () => {
  test("stays a link: what it leads to is written, whether that is there or not", () => {
    mkdirSync(at("real"));
    symlinkSync("real", at("linked"));
    writeFileSync(at("real/old"), "before");
    symlinkSync("../real/old", at("real/second"));
    symlinkSync("linked/second", at("first"));
    symlinkSync("real/new", at("dangling"));
    for (const [link, target] of [
      ["first", "real/old"],
      ["dangling", "real/new"],
    ] as const) {
      writeWhole(at(link), "after");
      expect(lstatSync(at(link)).isSymbolicLink()).toBe(true);
      expect(readFileSync(at(target), "utf8")).toBe("after");
      expect(lstatSync(at(target)).isSymbolicLink()).toBe(false);
    }
    expect(readdirSync(at("real")).sort()).toEqual(["new", "old", "second"]);
  });
  test("that leads in a ring is refused", () => {
    symlinkSync("ring-b", at("ring-a"));
    symlinkSync("ring-a", at("ring-b"));
    expect(() => writeWhole(at("ring-a"), "x")).toThrow(BadInput);
  });
});

describe("refused, and left as it is:", () => {
  const refused = (file: string, found: RegExp): void => {
    const before = lstatSync(file, { throwIfNoEntry: false })?.ino;
    for (const act of [() => writablePlace(file), () => writeWhole(file, "x"), () => writeWhole(file, "x", true)]) {
      expect(act).toThrow(BadInput);
      expect(act).toThrow(found);
    }
    expect(lstatSync(file, { throwIfNoEntry: false })?.ino).toBe(before);
  };
  test("a pipe, and a link to one", () => {
    execFileSync("mkfifo", [at("pipe")]);
    symlinkSync("pipe", at("to-pipe"));
    refused(at("pipe"), /found a pipe, no regular file, expected a regular file, or a name that no file has yet/);
    refused(at("to-pipe"), /found a pipe/);
    expect(statSync(at("pipe")).isFIFO()).toBe(true);
  });
  test("a device", ({ skip }) => {
    const made = device();
    if (made === undefined) return skip();
    refused(made, /found a device, no regular file/);
    expect(statSync(made).isCharacterDevice()).toBe(true);
  });
  test("a socket", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(at("socket"), done));
    try {
      refused(at("socket"), /found a socket/);
    } finally {
      await new Promise((done) => server.close(done));
    }
  });
  test("a folder", () => refused(folder, /found a directory/));
  test.runIf(existsSync("/proc/self/fd"))("a stream that is open, and a file behind one", () => {
    refused("/proc/self/fd/1", /found a stream of a process/);
    expect(() => writablePlace("/dev/stdout")).toThrow(/found a stream of a process/);
  });
  test.runIf(process.getuid?.() !== 0)("a file that must not be written", () => {
    writeFileSync(at("read-only"), "before");
    chmodSync(at("read-only"), 0o444);
    refused(at("read-only"), /EACCES/);
  });
});

test("a missing folder is one line, unless it is to be made", () => {
  expect(() => writablePlace(at("none/file"))).toThrow(/found no folder ".*none", expected one that is there$/);
  expect(existsSync(at("none"))).toBe(false);
  writeFileSync(at("no-folder"), "");
  expect(() => writablePlace(at("no-folder/file"))).toThrow(BadInput);
  writeWhole(at("none/deep/file"), "x", true);
  expect(readFileSync(at("none/deep/file"), "utf8")).toBe("x");
});
