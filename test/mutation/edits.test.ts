import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { edits } from "./edits.ts";

/** The least number of edits that wound one algorithm, and of edits in its own file. */
const LEAST = 10;
const LEAST_OWN = 5;

const ids = algorithms.map(({ id }) => id);
const read = (file: string): string => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), "utf8");

test.each(ids)(`%s is wounded by at least ${LEAST} edits, ${LEAST_OWN} of them in its own file`, (id) => {
  const wounding = edits.filter(({ wounds }) => wounds.includes(id));
  expect(wounding.length).toBeGreaterThanOrEqual(LEAST);
  const own = wounding.filter(({ file }) => file === `src/core/algorithms/${id}.ts`);
  expect(own.length).toBeGreaterThanOrEqual(LEAST_OWN);
});

test("no two edits have one name", () => {
  expect(new Set(edits.map(({ id }) => id)).size).toBe(edits.length);
});

describe.each([...new Set(edits.map(({ file }) => file))])("%s", (file) => {
  const text = read(file);
  test("each text to find occurs exactly once", () => {
    const elsewhere = edits.filter((edit) => edit.file === file && text.split(edit.find).length !== 2);
    expect(elsewhere.map(({ id, find }) => `${id}: ${find}`)).toEqual([]);
  });
  test("each edit changes the file and wounds algorithms of the registry", () => {
    for (const edit of edits.filter((one) => one.file === file)) {
      expect(edit.replace).not.toBe(edit.find);
      expect(edit.wounds.length).toBeGreaterThan(0);
      expect(edit.wounds.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });
});
