import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { packageRoot } from "../../src/system/files.ts";
import { newRow } from "./new-row.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-row-"));
afterAll(() => rmSync(folder, { recursive: true }));
for (const file of [
  "src/core/algorithms/registry.ts",
  "src/entries/algorithms.ts",
  "src/pages/styles.ts",
  "properties/autoregressive.property.ts",
  "fixtures/worked/autoregressive.json",
  "test/interface.txt",
]) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  cpSync(join(packageRoot(), file), join(folder, file));
}

test("a new row is eight files, each with its place for the algorithm", () => {
  const changes = newRow(folder, "my-new-one");
  expect(changes.map(({ file }) => file)).toEqual([
    "src/core/algorithms/my-new-one.ts",
    "properties/my-new-one.property.ts",
    "test/core/algorithms/my-new-one.test.ts",
    "fixtures/worked/my-new-one.json",
    "src/core/algorithms/registry.ts",
    "src/entries/algorithms.ts",
    "src/pages/styles.ts",
    "test/interface.txt",
  ]);
  for (const { text } of changes) expect(text).toMatch(/my-new-one|^myNewOne$/m);
  const registry = changes[4]?.text ?? "";
  expect(registry).toContain('import { myNewOne } from "./my-new-one.ts";');
  expect(registry).toContain("\n  myNewOne,\n  typical,\n");
  expect(changes.at(-1)?.text).toContain("\nkeep\nmyNewOne\nnever\n");
});

test("a name that is none and a row that is there are refused, and nothing is written", () => {
  for (const id of ["", "My", "my_id", "1x", "x-", "../x"])
    expect(() => newRow(folder, id)).toThrow(`found the id "${id}"`);
  writeFileSync(join(folder, "properties/taken.property.ts"), "");
  expect(() => newRow(folder, "taken")).toThrow("properties/taken.property.ts is there already");
});
