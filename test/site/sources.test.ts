import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { filesIn } from "../../src/site/material.ts";
import { killMatrix, MATRIX, VERDICTS, verdicts } from "../../src/site/records.ts";
import { Sources } from "../../src/site/sources.ts";
import { formal, rests, statementBlock } from "../../src/site/statement-block.ts";
import { described, material, statement } from "./tiny-material.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
const withFiles = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), "docs-"));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
};

describe("source files", () => {
  test("become pages once something links to them, with an address for each line", () => {
    const sources = new Sources(withFiles({ "b.ts": "x < 1\n\ny", "a/a.ts": "one\n" }));
    expect(sources.pages()).toEqual([]);
    expect([sources.href("b.ts", 2), sources.href("b.ts"), sources.href("a/a.ts")]).toEqual([
      "/sources/b.ts.html#L2",
      "/sources/b.ts.html",
      "/sources/a/a.ts.html",
    ]);
    expect(sources.text("a/a.ts")).toBe("one\n");
    const [a, b, ...more] = sources.pages();
    expect(more).toEqual([]);
    expect(a).toEqual({
      path: "sources/a/a.ts.html",
      title: "a/a.ts",
      description: "The file a/a.ts of lossless-lab",
      wide: true,
      body: `<h1>a/a.ts</h1>
<p class="muted">1 lines. Each number is an address that can be cited.</p>
<pre class="source" tabindex="0" role="group" aria-label="a/a.ts"><code><span id="L1"><a href="#L1">1</a>one</span></code></pre>`,
    });
    expect(b?.body).toContain("3 lines.");
    expect(b?.body).toContain(
      '<span id="L1"><a href="#L1">1</a>x &lt; 1</span>\n<span id="L2"><a href="#L2">2</a></span>\n<span id="L3"><a href="#L3">3</a>y</span>',
    );
  });
  test("of a folder are those with the ending, in their order; none where there is no folder", () => {
    const root = withFiles({ "f/b.md": "", "f/a.md": "", "f/c.ts": "" });
    expect(filesIn(root, "f", ".md")).toEqual(["f/a.md", "f/b.md"]);
    expect(filesIn(root, "g", ".md")).toEqual([]);
  });
});

describe("a theorem", () => {
  test("says what its proof rests on, and its statement", () => {
    expect(rests(statement("a"))).toBe(
      '<span class="verdict proved">proved</span> <span class="scope">machine-checked, no axiom</span>',
    );
    expect(rests(statement("a", { rests: "Axioms: <choice>" }))).toBe(
      '<span class="verdict unknown">rests on more</span> <span class="scope">Axioms: &lt;choice&gt;</span>',
    );
    expect(formal(statement("a"))).toContain('aria-label="formal statement"><code>forall p, p &lt;&gt; q</code></pre>');
  });
  test("stands under its name, in words, with its proof, its properties and how to cite it", () => {
    const one = described({ tested: ["p/a.ts", "p/b.ts"] });
    const all = material();
    const html = statementBlock(all, one, { name: "sd_lossless", says: "the law is $p$" });
    expect(html).toMatch(
      /^<section class="statement" id="sd_lossless"><h3><code>sd_lossless<\/code> <span class="verdict proved">/,
    );
    expect(html).toMatch(/<p>The law is <math .*<\/math><\/p>\n<details><summary>The statement/);
    expect(html).toContain("title = {{Theorem sd\\_lossless}}");
    expect(html).toContain("lossless-lab 1.2.3, algorithms/sd.html\\#sd\\_lossless");
    expect(html).toContain(
      '<ul class="links"><li><a href="/sources/proofs/A.v.html#L3">proof in proofs/A.v, line 3</a></li><li><a href="/sources/p/a.ts.html">tested</a></li><li><a href="/sources/p/b.ts.html">tested</a></li><li><a href="#sd_lossless">address of this theorem</a></li></ul></section>',
    );
  });
  test("that is not stated ends the build", () => {
    expect(() => statementBlock(material(), described(), { name: "none", says: "x" })).toThrow(
      "none is not in proofs/Statements.v",
    );
  });
});

describe("records of a run", () => {
  const inputs = {
    "src/a.ts": "",
    "src/site/page.ts": "",
    "fixtures/x/f.json": "",
    "test/guarantee/t.ts": "",
    "proofs/oracle/oracle.js": "",
    "package-lock.json": "",
    [VERDICTS]: '[{"world":"w"}]',
    [MATRIX]: '[{"mutant":"m"}]',
  };
  const dated = (dates: Readonly<Record<string, number>>): string => {
    const root = withFiles(inputs);
    for (const name of ["src", "src/site", "fixtures", "fixtures/x", "test/guarantee"])
      utimesSync(join(root, name), 0, 0);
    for (const name of Object.keys(inputs)) utimesSync(join(root, name), dates[name] ?? 100, dates[name] ?? 100);
    return root;
  };
  const noWork = (line: string): void => expect.fail(line);
  /** Ends where the work would begin. */
  const stops = (line: string): void => {
    throw new Error(`would work: ${line}`);
  };
  test("are read where nothing that they depend on is younger, pages left aside", async () => {
    const root = dated({ "src/site/page.ts": 999 });
    expect(verdicts(root, noWork)).toEqual([{ world: "w" }]);
    expect(await killMatrix(root, noWork)).toEqual([{ mutant: "m" }]);
  });
  test.each(["src/a.ts", "fixtures/x/f.json", "test/guarantee/t.ts", "proofs/oracle/oracle.js", "package-lock.json"])(
    "are made anew where %s is younger",
    async (name) => {
      const root = dated({ [name]: 101 });
      expect(() => verdicts(root, stops)).toThrow("would work: running the guarantee's tests");
      await expect(killMatrix(root, stops)).rejects.toThrow("would work: computing the kill matrix");
    },
  );
  test("are made where there are none", async () => {
    const root = dated({});
    rmSync(join(root, ".cache"), { recursive: true });
    expect(() => verdicts(root, stops)).toThrow("would work");
    await expect(killMatrix(root, stops)).rejects.toThrow("would work");
  });
});
