import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file to write, or a line to put into one. */
export interface Change {
  readonly file: string;
  readonly text: string;
}

const camel = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/**
 * All that the row of a new algorithm needs: its source with every section of the specification, its properties, a worked
 * example and its test, and its places in the lists. What it begins with is plain sampling, which is lossless.
 *
 * @throws Error where the id is no id, or something of the row is there already.
 */
export function newRow(root: string, id: string): Change[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    throw new Error(`found the id "${id}", expected small letters, digits and hyphens`);
  const name = camel(id);
  // It begins as plain sampling, and so do its properties and its worked example.
  const like = (file: string): string =>
    readFileSync(join(root, file), "utf8")
      .replaceAll("autoregressive.ts", `${id}.ts`)
      .replaceAll("autoregressive by hand", `${id} by hand`)
      .replaceAll(/\bautoregressive\b(?!-)/g, name);
  const written = [
    { file: `src/core/algorithms/${id}.ts`, text: source(id, name) },
    { file: `properties/${id}.property.ts`, text: like("properties/autoregressive.property.ts") },
    { file: `test/core/algorithms/${id}.test.ts`, text: example(id, name) },
    { file: `fixtures/worked/${id}.json`, text: like("fixtures/worked/autoregressive.json") },
  ];
  const there = written.find(({ file }) => existsSync(join(root, file)));
  if (there !== undefined) throw new Error(`${there.file} is there already`);
  const edit = (file: string, change: (text: string) => string): Change => {
    const before = readFileSync(join(root, file), "utf8");
    const text = change(before);
    if (text === before) throw new Error(`${file} has no place for it`);
    return { file, text };
  };
  return [
    ...written,
    edit("src/core/algorithms/registry.ts", (text) =>
      text
        .replace(/(import \{ typical \})/, `import { ${name} } from "./${id}.ts";\n$1`)
        .replace("\n  typical,\n", `\n  ${name},\n  typical,\n`),
    ),
    edit("src/entries/algorithms.ts", (text) =>
      text.replace("export { typical }", `export { ${name} } from "../core/algorithms/${id}.ts";\nexport { typical }`),
    ),
    edit("src/pages/styles.ts", (text) =>
      text.replace(/\n( +typical: style)/, `\n  "${id}": style("${id}", "#4a2c00", "#ffd9a0", "1 3", "circle"),\n$1`),
    ),
    edit("test/interface.txt", (text) =>
      text.replace(/(?<=^# \.\/algorithms\n)(?:.+\n)+/m, (names) => sorted([...names.trim().split("\n"), name])),
    ),
  ];
}

/** Names that an entry exports, as the report of the interface lists them. */
const sorted = (names: readonly string[]): string => {
  const bare = (line: string): string => line.replace("type ", "");
  return [...names]
    .sort((a, b) => (bare(a) < bare(b) ? -1 : 1))
    .map((line) => `${line}\n`)
    .join("");
};

const source = (id: string, name: string): string => `import type { Algorithm, Committed } from "./algorithm.ts";
import { promptTokens } from "./parts/committed.ts";

/**
 * TODO: the name of the algorithm: what it does, in one sentence.
 *
 * @definition TODO: the laws that it draws from.
 * @algorithm
 * 1. TODO: one target pass gives $p$. Emit a token drawn from $p$ (\`target\`).
 * @theorem
 * - TODO: names of theorems and what they assume, or: none.
 * @proof proofs/Speculative.v TODO: the file of its theorems.
 * @tested properties/${id}.property.ts
 * @acceptance TODO: the closed formula, or: nothing is proposed.
 * @cost TODO: passes of target and drafter in a round.
 * @cite TODO: where it was published.
 * @differs TODO: how this differs from the publication and from engines.
 * @limits TODO: where it cannot be used, and what it does not promise.
 */
export const ${name}: Algorithm<Committed> = {
  id: "${id}",
  theorems: [],
  cite: [],
  stateIsContext: true,
  start: promptTokens,
  round: ({ target }, committed) => (ask) => {
    const p = target.score(committed, []);
    return { emitted: [ask.sample("target", () => p(0))], accepted: 0 };
  },
  key: () => "",
  acceptance: ({ field }) => () => field.zero,
};
`;

const example = (id: string, name: string): string => `import { expect, test } from "vitest";
import { ${name} } from "../../../src/core/algorithms/${id}.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions } from "./worked.ts";

test("one round, worked out by hand", () => {
  const p = { a: "1/3", b: "2/3" };
  expect(emissions(toyWorld(iid(p), iid({ a: "1/2", b: "1/2" })), ${name})).toEqual(p);
});
`;
