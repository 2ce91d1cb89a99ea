import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { rational } from "../../src/core/num/rational.ts";
import { BadInput } from "../../src/core/worlds/bad-input.ts";
import { builtInWorlds, packageRoot, readBytes, readText, readWorld } from "../../src/system/files.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

test("UTF-8 text, without a byte-order mark", () => {
  expect(readText(file("good", "\ufeffaé"))).toBe("aé");
});

test.each([
  ["a missing file", join(folder, "absent"), "found nothing, expected a file"],
  ["a directory", folder, "found a directory, expected a file"],
  ["a device", "/dev/null", "found a device, no regular file, expected a file"],
  ["bytes that are no text", file("bytes", Uint8Array.of(0xff)), "found bytes that are not UTF-8"],
])("%s is refused", (_, path, message) => expect(() => readText(path)).toThrow(`${path}: ${message}`));

test("a large file is refused before it is read", () => {
  const large = file("large", "");
  truncateSync(large, 2 ** 33);
  expect(() => readText(large)).toThrow("found 8192 MB, expected at most 32 MB");
});

describe("reading never waits and always ends:", () => {
  test("a pipe that nobody writes to, and a link to it, are refused", () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    symlinkSync("pipe", join(folder, "to-pipe"));
    for (const name of [pipe, join(folder, "to-pipe")]) {
      expect(() => readText(name)).toThrow(`${name}: found a pipe, no regular file, expected a file`);
    }
  });
  test.runIf(existsSync("/dev/zero"))("a device without end is refused", () => {
    expect(() => readBytes("/dev/zero")).toThrow("found a device, no regular file");
  });
  test.runIf(existsSync("/proc/self/status"))("a file that is longer than it says is read whole, or refused", () => {
    expect(readText("/proc/self/status")).toMatch(/^Name:/);
    expect(() => readText("/proc/self/status", 10)).toThrow("found more than 0 MB, expected at most 0 MB");
  });
  test("names that the system does not take are bad input", () => {
    for (const name of ["a\0b", "x".repeat(5_000)]) expect(() => readText(name)).toThrow(BadInput);
  });
});

test("the built-in worlds, in alphabetical order", () => {
  const worlds = builtInWorlds();
  expect(worlds).toEqual([...worlds].sort());
  expect(worlds.every((world) => world.startsWith(packageRoot()) && world.endsWith(".json"))).toBe(true);
  expect(readWorld(rational, worlds.find((world) => world.endsWith("disjoint.json")) as string).name).toBe("disjoint");
});
