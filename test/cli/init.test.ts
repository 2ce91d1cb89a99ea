import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
// Its own test, as `lossless init` writes it, run here against the sources.
import "../../fixtures/start/algorithm.test.ts";
import { runCommand } from "./models-io.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-init-"));
afterAll(() => rmSync(folder, { recursive: true }));
const names = ["algorithm.test.ts", "algorithm.ts", "world.json"];

test("three files are written into a new folder, and the algorithm is proved in its world", async () => {
  const place = join(folder, "new", "one");
  const { status, out, err } = await runCommand("init", place);
  expect([status, err]).toEqual([0, ""]);
  expect(readdirSync(place).sort()).toEqual(names);
  expect(out).toContain("npx lossless verify world.json --algorithm algorithm.ts");
  const source = readFileSync(join(place, "algorithm.ts"), "utf8");
  const round = source.slice(source.indexOf("round:"), source.indexOf("// What later rounds"));
  expect(round.trim().split("\n").length).toBeLessThanOrEqual(13);
  const args = [join(place, "world.json"), "--algorithm", join(place, "algorithm.ts"), "--json"];
  const verified = await runCommand("verify", ...args);
  expect([verified.status, verified.err]).toEqual([0, ""]);
  expect(JSON.parse(verified.out)).toMatchObject([{ algorithm: "mine", verdict: "proved", scope: "every horizon" }]);
});

test("nothing is overwritten, and nothing is written beside what is there", async () => {
  const place = join(folder, "taken");
  mkdirSync(place);
  writeFileSync(join(place, "world.json"), "mine");
  const { status, out, err } = await runCommand("init", place);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain("world.json: found a file that is there already");
  expect(readdirSync(place)).toEqual(["world.json"]);
  expect(readFileSync(join(place, "world.json"), "utf8")).toBe("mine");
});

test("one folder, and one that can be made", async () => {
  expect((await runCommand("init", "a", "b")).err).toContain("found 2 folders, expected one");
  writeFileSync(join(folder, "file"), "");
  const { status, err } = await runCommand("init", join(folder, "file"));
  expect(status).toBe(2);
  expect(err).toMatch(/^lossless: [^\n]+\n$/);
});
