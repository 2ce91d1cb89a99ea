import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { entriesOf, exportsOf } from "./support/exports.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const entries = entriesOf(root);

/** The names that each entry exports: a change that nobody meant fails here. `npx vitest run test/interface.test.ts -u` writes it anew. */
test("the entries export what the report lists", async () => {
  const report = Object.entries(entries)
    .map(([entry, file]) => `# ${entry}\n${exportsOf(root, file).join("\n")}\n`)
    .join("\n");
  await expect(report).toMatchFileSnapshot("interface.txt");
});

describe("the main entry", () => {
  test("has at most 80 names", () => {
    expect(exportsOf(root, entries["."] as string).length).toBeLessThanOrEqual(80);
  });
});

test("an entry exports names one by one, or all of another entry", () => {
  const stars = Object.values(entries).flatMap((file) =>
    ts
      .createSourceFile(file, readFileSync(`${root}/${file}`, "utf8"), ts.ScriptTarget.Latest)
      .statements.filter((one) => ts.isExportDeclaration(one) && one.exportClause === undefined)
      .map((one) => ((one as ts.ExportDeclaration).moduleSpecifier as ts.StringLiteral).text),
  );
  expect(stars.filter((name) => !/(entries|testing)\//.test(name) && name !== "./assertions.ts")).toEqual([]);
});
