import { describe, expect, test } from "vitest";
import { citeAll, citePaper } from "../../src/site/citation.ts";
import { code, copyable, link, table } from "../../src/site/html.ts";
import { formula, inline, markdown, slug } from "../../src/site/markdown.ts";
import { render } from "../../src/site/page.ts";
import { material, unlabelled } from "./tiny-material.ts";

test("code, links and texts to copy escape what they show", () => {
  expect(code("a<b")).toBe("<code>a&lt;b</code>");
  expect(link('/x.html?"', "<b>y</b>")).toBe('<a href="/x.html?&quot;"><b>y</b></a>');
  expect(copyable('a "command"', "x < y")).toBe(
    '<div class="copy" data-what="a &quot;command&quot;"><pre tabindex="0" role="group" aria-label="a &quot;command&quot;"><code>x &lt; y</code></pre></div>',
  );
});

describe("a table", () => {
  const boxed = (label: string, className: string, inside: string): string =>
    `<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table class="${className}">${inside}</table></div>`;
  test("has a caption, headings of columns and of rows, and numbers under headings of numbers", () => {
    const number = '<td class="number">1</td>';
    const rows = [{ cells: ["x", number, "z"] }, { cells: ["y", number, "t"] }];
    expect(unlabelled(table("<b>What</b> is", ["a", "b", "c"], [{ rows }]))).toBe(
      boxed(
        "What is",
        "",
        `<caption><b>What</b> is</caption><thead><tr><th scope="col">a</th><th scope="col" class="number">b</th><th scope="col">c</th></tr></thead><tbody><tr><th scope="row">x</th>${number}<td>z</td></tr>\n<tr><th scope="row">y</th>${number}<td>t</td></tr></tbody>`,
      ),
    );
  });
  test("of many columns has their names at each cell, for screens on which cells stand below one another", () => {
    const html = table(
      "c",
      ["a", "<i>b</i>", "c"],
      [{ rows: [{ cells: ["x", "y", '<td class="number">1</td>'] }] }],
      "m",
    );
    expect(html).toContain('<table class="m stacked">');
    expect(html).toContain('<td data-label="b">y</td><td data-label="c" class="number">1</td>');
    expect(markdown("|a|b|c|\n|-|-|-|\n|x|y|z|")).toContain(
      '<table class="stacked"><thead>\n<tr>\n<th>a</th>\n<th>b</th>\n<th>c</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td data-label="a">x</td>\n<td data-label="b">y</td>',
    );
  });
  test("has groups with headings of their own, rows with addresses, and a class", () => {
    const groups = [
      { heading: "One", rows: [{ id: 'i"', cells: ["x", "y"] }] },
      { rows: [{ cells: [] }, { cells: ["p", '<td class="out">q</td>'] }] },
    ];
    expect(table("c", ["a", "b"], groups, "matrix")).toBe(
      boxed(
        "c",
        "matrix",
        '<caption>c</caption><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><th scope="rowgroup" colspan="2" class="group">One</th></tr><tr id="i&quot;"><th scope="row">x</th><td>y</td></tr></tbody><tbody><tr><th scope="row"></th></tr>\n<tr><th scope="row">p</th><td class="out">q</td></tr></tbody>',
      ),
    );
  });
  test("one cell that is no number makes its column none; a first column never is one; a missing cell says nothing", () => {
    const number = '<td class="number">1</td>';
    const heads = (...rows: string[][]): string =>
      /<thead>.*<\/thead>/.exec(table("c", ["a", "b"], [{ rows: rows.map((cells) => ({ cells })) }]))?.[0] ?? "";
    expect(heads(["x", number], ["y", "2"])).not.toContain("number");
    expect(heads(["x", "2"], ["y", number])).not.toContain("number");
    expect(heads([number, "b"])).not.toContain("number");
    const groups = [{ rows: [{ cells: ["x", number] }] }, { rows: [{ cells: ["x", "y"] }] }];
    expect(table("c", ["a", "b"], groups)).not.toContain('<th scope="col" class="number">');
    expect(heads(["x"], ["y", number])).toContain('<th scope="col" class="number">b');
  });
});

describe("BibTeX", () => {
  test("of all of it", () => {
    expect(citeAll(material())).toBe(
      `@software{lossless_lab,
  author = {{The lossless-lab authors}},
  title = {{lossless-lab: does a speculative-decoding algorithm preserve the target's output law?}},
  year = {2031},
  version = {1.2.3},
  license = {MIT},
}`,
    );
  });
  test("of a paper has what is known of it", () => {
    const paper = { authors: ["A & B", "C"], title: "50% $x$", year: 2020, about: "x" };
    const start = "@misc{Key,\n  author = {A \\& B and C},\n  title = {{50\\% \\$x\\$}},\n  year = {2020},\n";
    expect(citePaper("Key", paper)).toBe(`${start}}`);
    expect(citePaper("Key", { ...paper, venue: "X & Y", arxiv: "2001.1" })).toBe(
      `${start}  howpublished = {X \\& Y},\n  eprint = {2001.1},\n  archivePrefix = {arXiv},\n}`,
    );
  });
});

describe("Markdown", () => {
  test("headings have anchors of their words", () => {
    expect(slug("  What's “new”, in_A-1?  B ")).toBe("whats-new-in_a-1-b");
    expect(slug("Ψ und Ä")).toBe("ψ-und-ä");
    expect(markdown("## A `b` *c*\n\ntext")).toBe('<h2 id="a-b-c">A <code>b</code> <em>c</em></h2>\n<p>text</p>\n');
  });
  test("links lead where they are told, and only links", () => {
    const resolve = (href: string): string => `/at/${href}`;
    expect(markdown("[a](x.md) and ![b](y.png)", resolve)).toBe(
      '<p><a href="/at/x.md">a</a> and <img src="y.png" alt="b"></p>\n',
    );
    expect(markdown("[a](x.md)")).toBe('<p><a href="x.md">a</a></p>\n');
    expect(markdown('http://a.example -- "q" <b>x</b>')).toBe(
      "<p>http://a.example -- &quot;q&quot; &lt;b&gt;x&lt;/b&gt;</p>\n",
    );
  });
  test("tables and code scroll in boxes of their own", () => {
    expect(markdown("|a|\n|-|\n|b|")).toMatch(
      /^<div class="scroll" tabindex="0" role="group" aria-label="table"><table><thead>[\s\S]*<\/table><\/div>$/,
    );
    const pre = '<pre tabindex="0" role="group" aria-label="code"><code>a &lt; b\n</code></pre>\n';
    expect(markdown("```sh\na < b\n```")).toBe(pre);
    expect(markdown("    a < b\n")).toBe(pre);
  });
  test("formulas are MathML alone; long ones, and those on lines of their own, scroll", () => {
    expect(formula("x")).toMatch(/^<math [^>]*><semantics><mrow><mi>x<\/mi><\/mrow><\/semantics><\/math>$/);
    const box = 'tabindex="0" role="group" aria-label="formula"';
    expect(formula("x", true)).toMatch(new RegExp(`^<div class="formula" ${box}><math .*</math></div>$`));
    expect(formula("x", true)).toContain('display="block"');
    expect(formula("x".repeat(44))).toMatch(/^<math /);
    expect(formula("x".repeat(45))).toMatch(new RegExp(`^<span class="wide-formula" ${box}><math .*</math></span>$`));
    expect(() => formula("é")).toThrow("strict");
    expect(markdown("$$\nx\n$$")).toContain('<div class="formula"');
    expect(inline("  a $x$  ")).toMatch(/^a <math .*<\/math>$/);
  });
});

describe("a page", () => {
  const page = { path: "index.html", title: "t", description: 'a "d"', body: "<p>b</p>" };
  test("says which entry of the menu it is", () => {
    expect(render(page)).toContain(
      '<a class="home" href="index.html" aria-current="page">lossless-lab</a> <a href="algorithms/index.html">',
    );
    const theorems = render({ ...page, path: "theorems.html" });
    expect(theorems).toContain('<a class="home" href="index.html">lossless-lab</a>');
    expect(theorems).toContain('<a href="theorems.html" aria-current="page">Theorems</a> <a href="guarantees.html">');
    expect(theorems.match(/aria-current="page"/g)).toHaveLength(1);
  });
  test("is as wide as it asks, without scripts unless it needs them", () => {
    expect(render(page)).toContain('<main id="main">\n<p>b</p>\n</main>\n</body></html>\n');
    expect(render({ ...page, wide: true })).toContain('<main id="main" class="wide">');
    expect(render(page)).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'none'; base-uri 'none'; form-action 'none'">`,
    );
    expect(render(page)).toContain('<meta name="description" content="a &quot;d&quot;">');
  });
  test("has the script that copies where there is something to copy", () => {
    const html = render({ ...page, body: copyable("a", "b"), script: "one()" });
    expect(html.match(/<script>/g)).toHaveLength(2);
    expect(html).toMatch(/script-src 'sha256-[\w+/=]{44}' 'sha256-[\w+/=]{44}'; base-uri/);
    expect(html).toMatch(/<\/script>\n<script>one\(\)<\/script><\/body>/);
  });
  test("lets a worker start from the page where it has one", () => {
    const html = render({ ...page, script: "one()", worker: 'x("</SCRIPT>")' });
    expect(html).toMatch(/script-src 'sha256-[\w+/=]{44}' blob:; worker-src blob:; base-uri/);
    expect(html).toContain('</main><script type="text/plain" id="worker">x("<\\/SCRIPT>")</script>\n<script>one()');
  });
  test("links to its root from any depth, and leaves addresses elsewhere", () => {
    const deep = render({
      ...page,
      path: "a/b/c.html",
      body: '<a href="/x.html"> <a href="//y"> <a href="https://z/">',
    });
    expect(deep).toContain('<a href="../../x.html"> <a href="//y"> <a href="https://z/">');
  });
});
