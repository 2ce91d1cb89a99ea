import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { writeReference } from "../../src/site/api.ts";

const root = mkdtempSync(join(tmpdir(), "api-"));
afterAll(() => rmSync(root, { recursive: true }));

/** The reference of a library of this text. */
const written = async (name: string, index: string): Promise<(page: string) => string> => {
  const of = join(root, name);
  mkdirSync(join(of, "src"), { recursive: true });
  writeFileSync(join(of, "src/index.ts"), index);
  const compilerOptions = { noLib: true, types: [], module: "esnext", target: "es2022" };
  writeFileSync(join(of, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  await writeReference(of, join(of, "out"));
  return (page) => readFileSync(join(of, "out", page), "utf8");
};

const library = `
/** Something hidden. */
interface Hidden { x: number }
/**
 * One, with $p/q$.
 * @acceptance often
 * @param hidden what
 */
export function one(hidden: Hidden): void {}
/** Two, see {@link one}. */
export interface Two { /** A part. */ readonly part: string }
`;

describe("the reference of a library", () => {
  test("has formulas, the way back, and what an accessibility checker asks for", async () => {
    const read = await written("good", library);
    const page = read("functions/one.html");
    expect(page).toContain("<math");
    expect(page).toMatch(/<a href="\.\.\/\.\.\/index\.html"\s*class="title"/);
    expect(read("index.html")).toMatch(/<a href="\.\.\/index\.html"\s*class="title"/);
    expect(page).toContain('<div class="page-menu" role="navigation" aria-label="On this page">');
    expect(page).toContain('<div class="col-content" role="main">');
    expect(page).toContain('<h3 aria-level="2">Settings</h3>');
    for (const html of [page, read("interfaces/Two.html"), read("index.html")])
      expect(html).not.toMatch(/Defined in|Generated using|class="tsd-generator"/);
    expect(read("index.html")).toContain("<h1>lossless-lab</h1>");
    expect(page).toContain("often");
    for (const html of [page, read("interfaces/Two.html"), read("index.html")]) {
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
  });
  test("ends at a link that leads nowhere", async () => {
    await expect(written("bad", "/** See {@link Nowhere}. */\nexport const one = 1;\n")).rejects.toThrow(
      "typedoc has errors or warnings, see above",
    );
  });
});
