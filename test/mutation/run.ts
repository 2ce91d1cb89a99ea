/**
 * Puts every deliberate mistake into a copy of the project, one at a time, and runs the tests of each algorithm that it
 * wounds: its worked example first, then its golden rates, its properties and its enumerated guarantee. A mistake that the
 * tests of a wounded algorithm do not notice survives.
 *
 *     npm run mutation:edits -- [--only TEXT] [--from EDIT] [--oracle]
 *
 * `--only` takes the edits whose name contains the text or that wound the algorithm of that name; `--from` starts at an
 * edit. Ends with status 1 when an edit survives or cannot be made. With `--oracle` nothing but the comparison with the
 * functions of the theorems judges: which mistakes does that tie alone notice? There, mistakes in costs and formulas survive.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createVitest, type TestModule, type Vitest } from "vitest/node";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { table } from "../../src/system/table.ts";
import type { Edit } from "./edit.ts";
import { edits } from "./edits.ts";

const { values } = parseArgs({
  options: { only: { type: "string" }, from: { type: "string" }, oracle: { type: "boolean" } },
});
const { only, from } = values;
const start = from === undefined ? 0 : edits.findIndex(({ id }) => id === from);
if (start < 0) throw new Error(`no edit is called "${from}"`);
const chosen = edits
  .slice(start)
  .filter(({ id, wounds }) => only === undefined || id.includes(only) || wounds.includes(only));

const project = fileURLToPath(new URL("../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "lossless-mutation-"));
const NEEDED = [
  "src",
  "test",
  "properties",
  "fixtures",
  "proofs/oracle",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
];
for (const path of NEEDED) cpSync(join(project, path), join(copy, path), { recursive: true });
symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));

/** A run that takes longer does not end. */
const TIMEOUT_MS = 60_000;

const open = (): Promise<Vitest> =>
  createVitest("test", { root: copy, config: join(copy, "vitest.config.ts"), watch: false, reporters: [{}] });
let vitest = await open();

/** Runs the tests of these files whose names match; a name of a failing test for each file that has one. */
const failures = async (files: readonly string[], pattern: RegExp, bail: number): Promise<Map<string, string>> => {
  vitest.config.bail = bail;
  vitest.setGlobalTestNamePattern(pattern);
  const specifications = (await vitest.globTestSpecifications([...files])).filter(({ moduleId }) =>
    files.some((file) => moduleId === join(copy, file)),
  );
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), TIMEOUT_MS);
  });
  const result = await Promise.race([vitest.runTestSpecifications(specifications), timeout]);
  clearTimeout(timer);
  if (result === undefined) {
    await Promise.race([vitest.close(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    vitest = await open();
    return new Map(files.map((file) => [file, "does not end"]));
  }
  const first = (module: TestModule): string | undefined => {
    for (const test of module.children.allTests("failed")) return test.fullName;
    return module.errors().length > 0 ? "does not load" : undefined;
  };
  const found = new Map<string, string>();
  for (const file of files) {
    const module = result.testModules.find(({ moduleId }) => moduleId === join(copy, file));
    if (module === undefined) throw new Error(`${file} was not run`);
    const failing = first(module);
    if (failing !== undefined) found.set(file, failing);
  }
  return found;
};

/** The tests of one algorithm in the files that test all of them; of its properties, not those of their mutants. */
const testsOf = (id: string): RegExp => {
  const laws = `${id} ${id.replaceAll("-", "_")}_(lossless|acceptance|acceptance_bound|normalizes|terminates|dominates)`;
  return new RegExp(`(^${laws}$)|(^${id} by enumeration )|( ${id}$)`);
};

/** What notices the edit, for each algorithm that it wounds. */
const judge = async ({ wounds }: Edit): Promise<Map<string, string | undefined>> => {
  if (values.oracle) return judgeByOracle(wounds);
  const example = (id: string): string => `test/core/algorithms/${id}.test.ts`;
  const failing = await failures(wounds.map(example), /./, 0);
  const noticed = new Map<string, string | undefined>();
  for (const id of wounds) {
    const here = failing.get(example(id));
    if (here !== undefined) {
      noticed.set(id, `example: ${here}`);
      continue;
    }
    const files = [
      "test/core/worlds/golden.test.ts",
      `properties/${id}.property.ts`,
      "test/guarantee/enumeration.test.ts",
    ];
    const [found] = await failures(files, testsOf(id), 1);
    noticed.set(id, found && `${found[0].replace(/^.*\/|\.\w+\.ts$/g, "")}: ${found[1]}`);
  }
  return noticed;
};

/** What the comparison with the proved functions notices, for each algorithm. */
const judgeByOracle = async (wounds: readonly string[]): Promise<Map<string, string | undefined>> => {
  const noticed = new Map<string, string | undefined>();
  for (const id of wounds) {
    const [found] = await failures(["test/guarantee/oracle.test.ts"], new RegExp(`(^|\\s)${id} by the oracle`), 1);
    noticed.set(id, found && `oracle: ${found[1]}`);
  }
  return noticed;
};

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
const began = performance.now();
const survivors: string[] = [];
const counts = new Map(algorithms.map(({ id }) => [id, { edits: 0, caught: 0 }]));

const unharmed = await failures(
  algorithms.map(({ id }) => `test/core/algorithms/${id}.test.ts`),
  /./,
  0,
);
if (unharmed.size > 0) throw new Error(`tests fail without any edit: ${[...unharmed].join("; ")}`);

for (const [done, edit] of chosen.entries()) {
  const file = join(copy, edit.file);
  const original = readFileSync(file, "utf8");
  const parts = original.split(edit.find);
  if (parts.length !== 2) {
    survivors.push(`${edit.id}: the text to find occurs ${parts.length - 1} times`);
    continue;
  }
  const editBegan = performance.now();
  writeFileSync(file, parts.join(edit.replace));
  vitest.invalidateFile(file);
  const noticed = await judge(edit);
  writeFileSync(file, original);
  vitest.invalidateFile(file);

  const missed = [...noticed].filter(([, by]) => by === undefined).map(([id]) => id);
  for (const [id, by] of noticed) {
    const count = counts.get(id);
    if (count === undefined) continue;
    count.edits++;
    if (by !== undefined) count.caught++;
  }
  const now = performance.now();
  const left = ((now - began) / (done + 1)) * (chosen.length - done - 1);
  const progress = `${done + 1}/${chosen.length}, ${seconds(now - editBegan)} s, ${seconds(left)} s left`;
  console.log(`${edit.id} (${progress})`);
  for (const [id, by] of noticed) console.log(`  ${id}: ${by ?? "NOT NOTICED"}`);
  if (missed.length > 0) survivors.push(`${edit.id} in ${missed.join(", ")}: ${edit.about}`);
}
await vitest.close();
rmSync(copy, { recursive: true });

const rows = [...counts].map(([id, { edits: made, caught }]) => [id, String(made), String(caught)]);
console.log(`\n${table(["algorithm", "edits", "caught"], rows)}\n`);
console.log(`${chosen.length} edits, ${survivors.length} survive, ${seconds(performance.now() - began)} s`);
for (const survivor of survivors) console.log(`survives: ${survivor}`);
process.exit(survivors.length > 0 ? 1 : 0);
