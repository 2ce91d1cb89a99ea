import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { frontPage } from "../../../src/site/pages/front.ts";
import { guidePages, guidesOf, resolveFrom } from "../../../src/site/pages/guides.ts";
import { notebookBody, notebookPages } from "../../../src/site/pages/notebooks.ts";
import { Sources } from "../../../src/site/sources.ts";
import { fault, material, verdict } from "../tiny-material.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
/** Material of a repository with these files alone. */
const withFiles = (files: Readonly<Record<string, string>>) => {
  const root = mkdtempSync(join(tmpdir(), "docs-pages-"));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return material({ root, sources: new Sources(root) });
};
const check = "# Test & see\n\nThe first. The\nsecond.\n\nMore [code](../a.ts#L7).\n";
const guides = { "src/checker/GUIDE.md": check, "src/pairs/profile/GUIDE.md": "# Choose\nWhat $q$ does.\n" };

describe("guides", () => {
  test("are those that are there, in the order of the front page", () => {
    expect(guidesOf(withFiles(guides).root)).toEqual([
      {
        name: "test-your-engine",
        file: "src/checker/GUIDE.md",
        title: "Test & see",
        lead: "The first. The second.",
        text: check,
        href: "/guides/test-your-engine.html",
      },
      expect.objectContaining({ name: "choose-your-drafter", title: "Choose", lead: "What $q$ does." }),
    ]);
    expect(guidesOf(withFiles({}).root)).toEqual([]);
  });
  test.each(["text\n# late\n\nx\n", "# only a heading\n", "# a\n\n\n"])("%j is no guide", (text) => {
    const { root } = withFiles({ "src/checker/GUIDE.md": text });
    expect(() => guidesOf(root)).toThrow("src/checker/GUIDE.md: expected a heading and a paragraph first");
  });
  test("are pages, and a list of them", () => {
    const [index, engine, drafter, ...more] = guidePages(withFiles(guides));
    expect(more).toEqual([]);
    expect(index?.path).toBe("guides/index.html");
    expect(index?.body).toContain(
      '<ul class="doors"><li><h2><a href="/guides/test-your-engine.html">Test &amp; see</a></h2><p>The first. The second.</p></li>\n<li><h2><a href="/guides/choose-your-drafter.html">Choose</a></h2>',
    );
    expect(engine).toMatchObject({
      path: "guides/test-your-engine.html",
      title: "Test & see",
      description: "The first. The second.",
    });
    expect(engine?.body).toContain('<h1 id="test-see">Test &amp; see</h1>');
    expect(engine?.body).toContain('<a href="/sources/src/a.ts.html#L7">code</a>');
    expect(drafter?.body).toContain("<mi>q</mi>");
    const long = guidePages(withFiles({ "src/checker/GUIDE.md": `# a\n\n${"x".repeat(200)}\n` }))[1];
    expect(long?.description).toBe("x".repeat(160));
  });
});

describe("links between Markdown files", () => {
  const all = withFiles(guides);
  const resolve = resolveFrom(all, "src/checker/README.md");
  test.each([
    ["https://example.org/a#b", "https://example.org/a#b"],
    ["http://x", "http://x"],
    ["#here", "#here"],
    ["GUIDE.md", "/guides/test-your-engine.html"],
    ["GUIDE.md#a-b", "/guides/test-your-engine.html#a-b"],
    ["../pairs/profile/GUIDE.md", "/guides/choose-your-drafter.html"],
    ["../../docs/findings.html", "/findings.html"],
    ["../../docs/findings.html#psi", "/findings.html#psi"],
    ["../a.ts", "/sources/src/a.ts.html"],
    ["../a.ts#L12", "/sources/src/a.ts.html#L12"],
    ["../a.ts#L12x", "/sources/src/a.ts.html"],
    ["../a.ts#xL12", "/sources/src/a.ts.html"],
    ["x#https://y", "/sources/src/checker/x.html"],
    ["../../src/docs/x", "/sources/src/docs/x.html"],
  ])("%s leads to %s", (href, expected) => expect(resolve(href)).toBe(expected));
});

describe("notebooks", () => {
  const notebook = (...cells: object[]): string => JSON.stringify({ cells });
  const heading = { cell_type: "markdown", source: "# One < two\n\n[a](../src/a.ts)" };
  test("are pages, and a list of them before; none where there are none", () => {
    expect(notebookPages(withFiles({}))).toEqual([]);
    const [index, one, ...more] = notebookPages(
      withFiles({ "notebooks/1.ipynb": notebook(heading), "notebooks/x": "" }),
    );
    expect(more).toEqual([]);
    expect(index).toMatchObject({
      path: "notebooks/index.html",
      body: expect.stringContaining('<li><h2><a href="/notebooks/1.html">One &lt; two</a></h2><p></p></li></ul>'),
    });
    expect(one).toMatchObject({ path: "notebooks/1.html", title: "One < two", description: "Notebook: One < two" });
    expect(one?.body).toMatch(/^<nav aria-label="Breadcrumb">.*<\/nav>\n<h1 /);
    expect(one?.body).toContain('<a href="/sources/src/a.ts.html">a</a>');
  });
  const shown = (output: object): string =>
    notebookBody(notebook(heading, { cell_type: "code", source: ["a", "b"], outputs: [output] }), (href) => href).body;
  const code =
    '<details><summary>Code</summary><pre tabindex="0" role="group" aria-label="code"><code>ab</code></pre></details>\n';
  test.each([
    [{ text: ["a", "<"] }, '<pre tabindex="0" role="group" aria-label="output"><code>a&lt;</code></pre>'],
    [
      { text: "x", data: { "text/plain": "y" } },
      '<pre tabindex="0" role="group" aria-label="output"><code>x</code></pre>',
    ],
    [{ data: { "text/plain": "y", "text/markdown": ["*z*"] } }, "<p><em>z</em></p>\n"],
    [
      { data: { "image/png": "iV\nBO", "text/markdown": "z" } },
      '<figure><img alt="Figure drawn by the cell above" src="data:image/png;base64,iVBO"></figure>',
    ],
    [
      { data: { "image/png": "iV", "image/svg+xml": ["<svg>", "</svg>"], "text/plain": "p" } },
      `<figure><img alt="p" src="data:image/svg+xml;base64,${btoa("<svg></svg>")}"></figure>`,
    ],
    [{ data: { "application/json": { a: 1 } } }, ""],
    [{ data: { "text/plain": { a: 1 } } }, ""],
    [{}, ""],
  ])("an output %j", (output, expected) => expect(shown(output).split(code)[1]).toBe(expected));
  test("cells of other kinds are left out; the heading may come late, and must come", () => {
    const { title, body } = notebookBody(
      notebook({ cell_type: "raw", source: "secret" }, { cell_type: "code", source: "1" }, heading),
      (href) => href,
    );
    expect(title).toBe("One < two");
    expect(body).not.toContain("secret");
    expect(body).toContain("<code>1</code></pre></details>\n\n<h1");
    expect(() => notebookBody(notebook({ cell_type: "markdown", source: "## low" }), (href) => href)).toThrow(
      "a notebook without a heading",
    );
  });
});

describe("the first page", () => {
  test("leads to the guides by their first sentence, and counts what was found", () => {
    const all = {
      ...withFiles(guides),
      matrix: [fault(), fault({ kind: "contract" }), fault()],
      verdicts: [verdict()],
    };
    const { body, path } = frontPage(all);
    expect(path).toBe("index.html");
    expect(body).toContain(
      '<li><h3><a href="/guides/test-your-engine.html">Test &amp; see</a></h3><p>The first.</p></li>\n<li><h3><a href="/guides/choose-your-drafter.html">',
    );
    expect(body).toContain('<li><h3><a href="/play.html">See it happen</a></h3><p>Edit two');
    expect(body).toContain('<li><h3><a href="/algorithms/index.html">1 algorithms</a></h3>');
    expect(body).toContain('<a href="/mutants.html">2 faults of the law, and more</a>');
    expect(body).toContain("from 1 verdicts of one run");
    expect(body).toContain('<a href="/theorems.html">1 theorems</a>');
    expect(body).not.toContain("Notebooks");
  });
  test("leads to notebooks where there are some", () => {
    expect(frontPage(withFiles({ "notebooks/a.ipynb": "" })).body).toContain(
      '<a href="/notebooks/index.html">Notebooks</a>',
    );
  });
});
