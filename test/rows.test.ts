import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
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

/** Not algorithms: the type, what makes one, and the list. */
const others = ["algorithm", "define-algorithm", "registry"];
const ids = names("src/core/algorithms", ".ts").filter((name) => !others.includes(name));
/** Properties of other things than one algorithm. */
const general = ["arbitraries", "metamorphic", "models", "small-scope", "tokenizers", "words"];

test("the registry lists every file of src/core/algorithms, once", () => {
  expect(algorithms.map(({ id }) => id).sort()).toEqual(ids);
});

const read = (relative: string): string => (existsSync(path(relative)) ? readFileSync(path(relative), "utf8") : "");

/** The name that an algorithm is exported by. */
const camel = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** What of an algorithm's row is missing, with the place where it belongs. */
const missingOf = async (id: string): Promise<string[]> => {
  const source = `src/core/algorithms/${id}.ts`;
  const exported: unknown[] = existsSync(path(source)) ? Object.values(await import(`../${source}`)) : [];
  const registered = algorithms.find((algorithm) => algorithm.id === id);
  const checklist: readonly (readonly [boolean, string])[] = [
    [
      exported.some((one) => (one as Algorithm | undefined)?.id === id),
      `${source}: export an algorithm with the id "${id}"`,
    ],
    [registered !== undefined && exported.includes(registered), `src/core/algorithms/registry.ts: list it`],
    [
      read("src/entries/algorithms.ts").includes(`algorithms/${id}.ts"`),
      `src/entries/algorithms.ts: export it by its name`,
    ],
    [!read(source).includes("TODO"), `${source}: write what its comment leaves open (TODO)`],
    [
      read("test/interface.txt").includes(`\n${camel(id)}\n`),
      `test/interface.txt: list ${camel(id)}, by npx vitest run test/interface.test.ts -u`,
    ],
    [read(`properties/${id}.property.ts`) !== "", `properties/${id}.property.ts: say what holds in every world`],
    [
      read(`test/core/algorithms/${id}.test.ts`) !== "",
      `test/core/algorithms/${id}.test.ts: work one round out by hand`,
    ],
    [read(`fixtures/worked/${id}.json`) !== "", `fixtures/worked/${id}.json: the worked example`],
    [
      new RegExp(`["\\s]${id}["]?: style\\(`).test(read("src/pages/styles.ts")),
      `src/pages/styles.ts: a colour and a mark`,
    ],
  ];
  return checklist.flatMap(([isThere, what]) => (isThere ? [] : [what]));
};

test("every algorithm has its whole row", async () => {
  const missing = await Promise.all(ids.map(missingOf));
  expect(missing.flat(), "a checklist: each line is a file and what belongs there").toEqual([]);
});

test("the checklist of an algorithm that is not there names eight places", async () => {
  const missing = await missingOf("no-such-algorithm");
  expect(missing).toHaveLength(8);
  for (const line of missing) expect(line).toMatch(/^(src|test|properties|fixtures)\/[\w/.-]+: ./);
});

test("no worked example and no property is left over", () => {
  const known = [...ids, ...general, "registry", "define-algorithm", "doc-comments", "worked-examples"];
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
