import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Algorithm } from "../src/core/algorithms/algorithm.ts";
import { algorithms } from "../src/core/algorithms/registry.ts";

const path = (relative: string): string => fileURLToPath(new URL(`../${relative}`, import.meta.url));

/** The names of a folder's files with this ending, the ending taken off; none where the folder is missing. */
const names = (folder: string, ending: string): string[] =>
  existsSync(path(folder))
    ? readdirSync(path(folder), { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map((entry) => entry.name.slice(0, -ending.length))
        .sort()
    : [];

/** Not algorithms: the type, and the list. */
const ids = names("src/core/algorithms", ".ts").filter((name) => name !== "algorithm" && name !== "registry");
/** Properties of other things than one algorithm. */
const general = ["arbitraries", "metamorphic", "models", "small-scope", "tokenizers", "words"];

test("the registry lists every file of src/core/algorithms, once", () => {
  expect(algorithms.map(({ id }) => id).sort()).toEqual(ids);
});

describe.each(ids)("the row of %s", (id) => {
  test("its file exports the algorithm of that id, the one in the registry", async () => {
    const exported: unknown[] = Object.values(await import(`../src/core/algorithms/${id}.ts`));
    const registered = algorithms.find((algorithm) => algorithm.id === id);
    expect(registered).toBeDefined();
    expect(exported).toContain(registered);
  });
  test("it has a worked example", () => expect(names("test/core/algorithms", ".test.ts")).toContain(id));
  test("it has a property", () => expect(names("properties", ".property.ts")).toContain(id));
});

test("no worked example and no property is left over", () => {
  const known = [...ids, ...general, "registry", "doc-comments", "worked-examples"];
  expect(names("test/core/algorithms", ".test.ts").filter((name) => !known.includes(name))).toEqual([]);
  expect(names("properties", ".property.ts").filter((name) => !known.includes(name))).toEqual([]);
});

const proofs = names("proofs", ".v").map((name) => readFileSync(path(`proofs/${name}.v`), "utf8"));
/** Is this the name of a statement in the proofs? */
const isProved = (theorem: string): boolean =>
  proofs.some((text) => new RegExp(`^\\s*(?:Theorem|Lemma|Corollary|Proposition)\\s+${theorem}\\b`, "m").test(text));

test("theorems are looked up by their whole name", () => {
  expect(isProved("block_lossless")).toBe(true);
  expect(isProved("block_loss")).toBe(false);
});

const proved = (algorithms as readonly Algorithm[]).flatMap(({ id, theorems }) => theorems.map((name) => [id, name]));
test.skipIf(proved.length === 0).each(proved.length === 0 ? [["", ""]] : proved)(
  "%s: theorem %s exists",
  (_, theorem) => {
    expect(isProved(theorem as string)).toBe(true);
  },
);
