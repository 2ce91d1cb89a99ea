import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { entriesOf } from "../../../src/site/typedoc/entries.ts";
import { sourceAddress } from "../../../src/site/typedoc/library.ts";
import { writeReference } from "../../../src/site/typedoc/reference.ts";
import { readOf } from "../library.ts";
import { described, material } from "../tiny-material.ts";

const root = mkdtempSync(join(tmpdir(), "api-"));
afterAll(() => rmSync(root, { recursive: true }));

/** The pages of a library with these files, each of which is an entry. */
const written = async (name: string, files: Readonly<Record<string, string>>) => {
  const of = join(root, name);
  const entries = Object.entries(files).map(([file, text]) => {
    mkdirSync(dirname(join(of, file)), { recursive: true });
    writeFileSync(join(of, file), text);
    return { name: file === "src/index.ts" ? "lossless-lab" : "lossless-lab/algorithms", file };
  });
  const all = material();
  const section = (tag: string): string => (tag === "acceptance" ? "Accepts $a$." : `About ${tag}.`);
  await writeReference(await readOf(of, entries), { ...all, algorithms: [described({ section })] }, join(of, "out"));
  return (page: string): string => readFileSync(join(of, "out", page), "utf8");
};

const library = `
/** Something hidden. */
interface Hidden { x: number }
/**
 * One, with $p/q$.
 * @param hidden what
 */
export function one(hidden: Hidden): void {}
/** Two, see {@link one}. */
export interface Two { /** A part. */ readonly part: string }
`;
const algorithm = `
/**
 * What it is.
 *
 * @definition Let $q'(x)$ be $q(x)$.
 * @algorithm
 * 1. Draw $d \\sim q'_i$ (\`draft\`).
 * @theorem
 * - \`sd_lossless\`: the law is $p$.
 */
export const sd = {};
`;

describe("typedoc's pages", async () => {
  const read = await written("good", { "src/index.ts": library, "src/core/algorithms/sd.ts": algorithm });
  const function_ = read("api/functions/one.html");
  const others = [read("api/interfaces/Two.html"), read("api/index.html"), read("api/main/index.html")];
  const spec = read("algorithms/sd.html");

  test("have formulas, the way back, their source and edition, and what an accessibility checker asks for", () => {
    expect(function_).toContain("<math");
    expect(function_).toMatch(/<a href="\.\.\/\.\.\/index\.html"\s*class="title"/);
    expect(read("api/index.html")).toMatch(/<a href="\.\.\/index\.html"\s*class="title"/);
    expect(function_).toContain('<div class="page-menu" role="navigation" aria-label="On this page">');
    expect(function_).toContain('<div class="col-content" role="main">');
    expect(function_).toContain('<h3 aria-level="2">Settings</h3>');
    expect(function_).toContain('<a href="../../sources/src/index.ts.html#L8">src/index.ts:8</a>');
    expect(function_).toContain(
      '<p class="stamp">lossless-lab 1.2.3 · commit <code>0123456789ab</code> of 2031-02-03</p>',
    );
    for (const html of [function_, spec, ...others]) {
      expect(html).not.toMatch(/Generated using|class="tsd-generator"/);
      expect(html).not.toMatch(/<h4(?![^>]*aria-level="2")/);
      expect(html).not.toMatch(/<h5(?![^>]*aria-level="[23]")/);
      expect(html).not.toMatch(/<use href="[^"#]+#/);
      expect(html).not.toMatch(/<h[345](?![^>]*aria-level)[^>]*tsd-index-heading/);
      for (const [summary] of html.matchAll(/<summary class="tsd-accordion-summary"[\s\S]*?<\/summary>/g))
        expect(summary).not.toContain("tsd-anchor-icon");
    }
    expect(read("assets/custom.css")).toMatch(
      /^:root \{ [^}]*--light-color-link: [^}]*\}\n@media \(prefers-color-scheme: dark\) \{ :root\[data-theme="os"\] \{[^}]*\} \}\n:root\[data-theme="dark"\]/,
    );
    expect(read("assets/custom.css")).toContain('font-family: "Lab Math"; src: url(data:font/woff2;base64,');
  });
  test("of an algorithm are its specification, at the address that was always cited", () => {
    expect(spec).toContain(
      '<p class="stamp">specification <code>abcdefabcdef</code> · lossless-lab 1.2.3 · commit <code>0123456789ab</code> of 2031-02-03 · evidence of 2031-02-04</p>',
    );
    const parts =
      "definition algorithm theorems proof tested guarantees acceptance cost example faults limits differs cite";
    expect([...spec.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id)).toEqual(parts.split(" "));
    for (const id of parts.split(" ")) expect(spec).toContain(`<a href="#${id}"`);
    expect(spec).toMatch(/<ol>\n<li>Draw <math.*?<mi>q<\/mi><mo[^>]*>′<\/mo>.*? \(<code>draft<\/code>\)\.<\/li>/);
    expect(spec).toContain('<section class="statement" id="sd_lossless">');
    expect(spec).toContain('<a href="../bibliography.html#Key2020">');
    expect(spec).toContain('<div class="copy" data-what="BibTeX entry">');
    expect(spec).not.toMatch(/\$|href="\//);
  });
  test("of an entry list what it exports under headings", () => {
    expect(read("api/main/index.html")).toContain("Files and processes");
    expect(read("api/index.html")).toContain("lossless-lab/algorithms");
  });
});

test("a link that leads nowhere ends the build", async () => {
  const bad = { "src/index.ts": "/** See {@link Nowhere}. */\nexport const one = 1;\n" };
  await expect(written("bad", bad)).rejects.toThrow("typedoc has errors or warnings, see above");
});

test("entries are read from package.json: all that leads to code, in its order", () => {
  const exports = {
    "./z": { types: "./dist/src/entries/z.d.ts", default: "./dist/src/entries/z.js" },
    ".": { default: "./dist/src/index.js" },
    "./plain": "./dist/src/plain.js",
    "./package.json": "./package.json",
    "./types": { types: "./dist/src/types.d.ts" },
  };
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "lab", exports }));
  expect(entriesOf(root)).toEqual([
    { name: "lab/z", file: "src/entries/z.ts" },
    { name: "lab", file: "src/index.ts" },
    { name: "lab/plain", file: "src/plain.ts" },
  ]);
});

test("a source is shown at its host by commit, if both are known", () => {
  const folder = mkdtempSync(join(root, "host-"));
  expect(sourceAddress(folder, "c0", "src/a.ts", 3)).toBe("/sources/src/a.ts.html#L3");
  const repository = { type: "git", url: "git+https://host.example/a/b.git" };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ repository }));
  expect(sourceAddress(folder, "c0", "src/a.ts", 3)).toBe("https://host.example/a/b/blob/c0/src/a.ts#L3");
  expect(sourceAddress(folder, undefined, "src/a.ts", 3)).toBe("/sources/src/a.ts.html#L3");
});
