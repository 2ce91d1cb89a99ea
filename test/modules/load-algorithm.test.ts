import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BadInput } from "../../src/core/worlds/bad-input.ts";
import { loadAlgorithm } from "../../src/modules/load-algorithm.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-load-"));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;
/** A script of its own for each test: what was loaded stays loaded. */
const script = (content: string): string => {
  const file = join(folder, `mine-${made++}.mjs`);
  writeFileSync(file, content);
  return file;
};
const parts = "start: () => 0, round: () => () => 0, key: () => ''";

describe("a module's algorithm", () => {
  test("is the default export, also where it is wrapped once more", async () => {
    expect(await loadAlgorithm("mine.ts", script(`export default { id: "mine", ${parts} };`))).toMatchObject({
      id: "mine",
    });
    const wrapped = script(`export default { default: { id: "wrapped", ${parts} } };`);
    expect((await loadAlgorithm("mine.ts", wrapped)).id).toBe("wrapped");
  });
  test.each([
    ["undefined", "nothing", "an Algorithm"],
    ["null", "null", "an Algorithm"],
    ["7", "7", "an Algorithm"],
    [`{ ${parts} }`, "the id nothing", "a name"],
    [`{ id: "", ${parts} }`, 'the id ""', "a name"],
    [`{ id: 7, ${parts} }`, "the id 7", "a name"],
    [`{ id: "m", ${parts}, start: 1 }`, "start: 1", "a function"],
    [`{ id: "m", ${parts}, round: undefined }`, "round: nothing", "a function"],
    [`{ id: "m", ${parts}, key: "k" }`, 'key: "k"', "a function"],
  ])("%s is refused with what was found", async (exported, found, expected) => {
    await expect(loadAlgorithm("mine.ts", script(`export default ${exported};`))).rejects.toThrow(
      new BadInput("mine.ts, default export", found, expected),
    );
  });
  test.each([
    ['new Error("one\\ntwo")', "one"],
    ['new Error("said:\\ntwo\\nthree")', "said: two"],
    ['"a text"', "a text"],
    ['new Error("")', ""],
  ])("%s while it loads is told in its first line, under the module's name", async (thrown, found) => {
    await expect(loadAlgorithm("mine.ts", script(`throw ${thrown};`))).rejects.toThrow(
      new BadInput("mine.ts", found, "a module that loads"),
    );
  });
});
