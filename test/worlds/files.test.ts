import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { rational } from "../../src/num/rational.ts";
import { builtInWorlds, packageRoot, readText, readWorld } from "../../src/worlds/files.ts";

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
  ["a device", "/dev/null", "found no regular file, expected a file"],
  ["bytes that are no text", file("bytes", Uint8Array.of(0xff)), "found bytes that are not UTF-8"],
])("%s is refused", (_, path, message) => expect(() => readText(path)).toThrow(`${path}: ${message}`));

test("a large file is refused before it is read", () => {
  const large = file("large", "");
  truncateSync(large, 2 ** 33);
  expect(() => readText(large)).toThrow("found 8192 MB, expected at most 32 MB");
});

test("the built-in worlds, in alphabetical order", () => {
  const worlds = builtInWorlds();
  expect(worlds).toEqual([...worlds].sort());
  expect(worlds.every((world) => world.startsWith(packageRoot()) && world.endsWith(".json"))).toBe(true);
  expect(readWorld(rational, worlds.find((world) => world.endsWith("disjoint.json")) as string).name).toBe("disjoint");
});
