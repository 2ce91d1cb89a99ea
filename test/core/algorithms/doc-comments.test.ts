import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Algorithm } from "../../../src/core/algorithms/algorithm.ts";
import bibliography from "../../../src/core/algorithms/bibliography.json" with { type: "json" };
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import type { Library } from "../../../src/site/typedoc/library.ts";
import { listedTheorems, sectionsOf, TAGS } from "../../../src/site/typedoc/tags.ts";
import { readAlgorithms, readOf } from "../../site/library.ts";

const path = (file: string): string => fileURLToPath(new URL(`../../../${file}`, import.meta.url));
const read = (file: string): string => readFileSync(path(file), "utf8");

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found as string);

/** The statements that one file of proofs proves. */
const provedIn = (file: string): string[] =>
  existsSync(path(file)) ? all(read(file), /^\s*(?:Theorem|Lemma|Corollary|Proposition)\s+(\w+)/gm) : [];
const proved = new Set(
  readdirSync(path("proofs"))
    .filter((name) => name.endsWith(".v"))
    .flatMap((name) => provedIn(`proofs/${name}`)),
);

type Described = Pick<Algorithm, "theorems" | "cite">;

/** All that is wrong with the doc comment that typedoc reads, seen beside what the registry says of the algorithm. */
const faults = (library: Library, id: string, { theorems, cite }: Described): string[] => {
  const sections = sectionsOf(library.algorithms.get(id)?.comment);
  const section = (tag: string): string => sections.get(tag) ?? "";
  const lines = [...sections.values()].flatMap((text) => text.split("\n"));
  const named = listedTheorems(section("theorem")).map(({ name }) => name);
  const proofs = all(section("proof"), /(\S+\.\w+)/g).map((file) => file.replace(/,$/, ""));
  const tested = all(section("tested"), /(\S+\.ts)/g);
  const keys = all(section("cite"), /\b([A-Z][a-z]+\d{4})\b/g);
  const inProofs = new Set(proofs.flatMap(provedIn));
  const known = (key: string): boolean => Object.hasOwn(bibliography, key);
  return [
    ...(section("").trim() === "" ? ["no first sentence"] : []),
    ...TAGS.filter((tag) => section(tag).trim() === "").map((tag) => `@${tag} is missing or empty`),
    ...([...sections.keys()].join() === ["", ...TAGS].join() ? [] : ["the tags are not those asked for, in order"]),
    ...named.filter((name) => !inProofs.has(name)).map((name) => `${name} is in no file that @proof names`),
    ...theorems.filter((name) => !proved.has(name)).map((name) => `${name} is not proved`),
    ...theorems.filter((name) => !named.includes(name)).map((name) => `${name} is missing in @theorem`),
    ...named.filter((name) => !theorems.includes(name)).map((name) => `${name} is in @theorem alone`),
    ...all(lines.join("\n"), /`([a-z]+(?:_[a-z]+)+)`/g)
      .filter((name) => !proved.has(name))
      .map((name) => `${name} is mentioned, but not proved`),
    ...[...keys, ...cite].filter((key) => !known(key)).map((key) => `${key} is not in the bibliography`),
    ...cite.filter((key) => !keys.includes(key)).map((key) => `${key} is missing in @cite`),
    ...(keys.length > 0 && cite.length === 0 ? ["what @cite names is not cited"] : []),
    ...(proofs.length === 0 ? ["@proof names no file"] : []),
    ...(tested.length === 0 ? ["@tested names no file"] : []),
    ...[...proofs, ...tested].filter((file) => !existsSync(path(file))).map((file) => `${file} does not exist`),
    ...lines.filter((line) => line.length > 117).map((line) => `too long: ${line}`),
    ...[...sections]
      .filter(([, text]) => text.split("$").length % 2 === 0)
      .map(([tag]) => `@${tag} has a formula without end`),
  ];
};

const library = await readAlgorithms();

test("typedoc finds every algorithm through the package's entry", () => {
  expect([...library.algorithms.keys()].sort()).toEqual(algorithms.map(({ id }) => id).sort());
});

describe.each(algorithms as readonly Algorithm[])("the doc comment of $id", (algorithm) => {
  test("has every tag, and what it names exists", () => {
    expect(faults(library, algorithm.id, algorithm)).toEqual([]);
  });
});

describe("the bibliography", () => {
  test("has keys made of the first author and the year", () => {
    const expected = Object.values(bibliography).map(({ authors, year }) => `${authors[0]?.split(" ").at(-1)}${year}`);
    expect(Object.keys(bibliography)).toEqual(expected);
  });
  test("holds what is cited and nothing else", () => {
    const cited = new Set((algorithms as readonly Algorithm[]).flatMap(({ cite }) => cite));
    expect(Object.keys(bibliography).sort()).toEqual([...cited].sort());
  });
});

/** typedoc reads these texts as files of algorithms. */
const readWrong = async (texts: Readonly<Record<string, string>>): Promise<Library> => {
  const root = mkdtempSync(join(tmpdir(), "comments-"));
  try {
    mkdirSync(join(root, "src/core/algorithms"), { recursive: true });
    const entries = Object.entries(texts).map(([name, text]) => {
      const file = `src/core/algorithms/${name}.ts`;
      writeFileSync(join(root, file), text);
      return { name, file };
    });
    return await readOf(root, entries);
  } finally {
    rmSync(root, { recursive: true });
  }
};

describe("the check refutes", () => {
  const broken = `/**
 * Something.
 *
 * @definition $p
 * @theorem
 * - \`sd_lossless\`: true.
 * - \`sd_lossles\`: not a theorem.
 * @proof proofs/Speculative.v, proofs/Nothing.v
 * @tested properties/nothing.property.ts
 * @acceptance $0$
 * @algorithm
 * 1. Nothing.
 * @cost
 * @cite Nobody1999: everything; ${"very ".repeat(30)}long.
 */
export const broken: Algorithm = {};
`;
  const sound = read("src/core/algorithms/sd.ts");
  const without = (tag: string): string => {
    const text = sound.replace(new RegExp(`^ \\* @${tag}\\b(?:(?!^ \\* @| \\*/)[\\s\\S])*`, "m"), "");
    expect(text).not.toBe(sound);
    return text;
  };
  const moved = sound.replace("export const sd", "const between = 0;\nexport const sd");
  const wrong = readWrong({
    broken,
    moved,
    bare: "export const bare = {};",
    ...Object.fromEntries(TAGS.map((tag) => [tag, without(tag)])),
  });

  test("a broken comment, with each fault named", async () => {
    expect(
      faults(await wrong, "broken", { theorems: ["sd_lossless", "sd_terminates", "sd_forever"], cite: ["Chen2023"] }),
    ).toEqual([
      "@cost is missing or empty",
      "@differs is missing or empty",
      "@limits is missing or empty",
      "the tags are not those asked for, in order",
      "sd_lossles is in no file that @proof names",
      "sd_forever is not proved",
      "sd_terminates is missing in @theorem",
      "sd_forever is missing in @theorem",
      "sd_lossles is in @theorem alone",
      "sd_lossles is mentioned, but not proved",
      "Nobody1999 is not in the bibliography",
      "Chen2023 is missing in @cite",
      "proofs/Nothing.v does not exist",
      "properties/nothing.property.ts does not exist",
      `too long: Nobody1999: everything; ${"very ".repeat(30)}long.`,
      "@definition has a formula without end",
    ]);
  });
  test("no comment, and one that stands above something else", async () => {
    expect(faults(await wrong, "bare", { theorems: [], cite: [] })).toContain("no first sentence");
    expect(faults(await wrong, "moved", { theorems: [], cite: [] })).toContain("no first sentence");
  });
  test("an algorithm that lists no theorem and no work, under a comment that does", () => {
    expect(faults(library, "autoregressive", { theorems: [], cite: [] })).toEqual(
      ["normalizes", "lossless", "acceptance", "terminates"].map((law) => `autoregressive_${law} is in @theorem alone`),
    );
    expect(faults(library, "sd", { theorems: [], cite: [] })).toContain("what @cite names is not cited");
  });
  test.each(TAGS)("a comment without @%s", async (tag) => {
    expect(faults(await wrong, tag, { theorems: [], cite: [] })).toContain(`@${tag} is missing or empty`);
  });
});
