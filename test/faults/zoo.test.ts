import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mutants } from "../../fixtures/faults/registry.ts";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { packageRoot } from "../../src/system/files.ts";

const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, "0")}`);

test("the registry lists every file of its folder, once", () => {
  const files = readdirSync(join(packageRoot(), "fixtures", "faults"))
    .filter((name) => name.endsWith(".ts") && name !== "mutant.ts" && name !== "registry.ts")
    .map((name) => name.replace(/\.ts$/, ""));
  expect(mutants.map(({ id }) => id).sort()).toEqual(files.sort());
});

test("the zoo is broad: 64 mutants or more, 44 of the law or more, and controls", () => {
  const count = (kind: string): number => mutants.filter((mutant) => mutant.kind === kind).length;
  expect(mutants.length - count("control")).toBeGreaterThanOrEqual(64);
  expect(count("law")).toBeGreaterThanOrEqual(44);
  expect(count("control")).toBeGreaterThanOrEqual(7);
});

test("every documented fault and control is in the zoo", () => {
  const documented = new Set(mutants.flatMap((mutant) => mutant.documented ?? []));
  expect([...documented].sort()).toEqual([...numbered("S", 34), ...numbered("SC", 7)].sort());
});

test.each(mutants.map((mutant) => [mutant.id, mutant] as const))("%s says what it is", (id, mutant) => {
  expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(algorithms.map((algorithm) => algorithm.id)).toContain(mutant.wounds);
  expect(mutant.source.length).toBeGreaterThan(12);
  expect(mutant.mechanism.length).toBeGreaterThan(20);
  if (mutant.documented !== undefined) expect(mutant.source).toMatch(/^https:\/\/|^systematic|^the same fault/);
  if ("algorithm" in mutant && mutant.id !== "typical-acceptance") expect(mutant.algorithm.id).toBe(id);
  if ("decoder" in mutant) expect(mutant.decoder.id).toBe(id);
});

test("each fault at one place has a mutant or a control whose source is a thread", () => {
  const threads = mutants.filter(({ source }) => source.startsWith("https://"));
  expect(new Set(threads.map(({ documented }) => documented)).size).toBeGreaterThanOrEqual(41);
});
