import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkLinks } from "../../src/site/links.ts";

const root = mkdtempSync(join(tmpdir(), "links-"));
afterAll(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, "deep"));

const check = (index: string): string[] => {
  writeFileSync(join(root, "index.html"), index);
  writeFileSync(join(root, "deep/page.html"), '<h1 id="here">Here</h1><a href="../index.html">up</a>');
  return checkLinks(root).faults;
};

test("links, anchors and addresses elsewhere that exist are fine", () => {
  const ok =
    '<a href="deep/page.html#here"> <a href="#top"> <p id="top"> <a href="https://example.org/x"> <img src="data:,">';
  expect(check(ok)).toEqual([]);
});

test.each([
  ['<a href="deep/none.html">', "index.html links to deep/none.html, which does not exist"],
  ['<a href="deep/page.html#gone">', "index.html links to deep/page.html#gone, which has no such anchor"],
  ['<a class="x" href="#gone">', "index.html links to #gone, which has no such anchor"],
  ['<script src="https://example.org/x.js">', "index.html loads https://example.org/x.js"],
  ['<link rel="stylesheet" href="//example.org/x.css">', "index.html loads //example.org/x.css"],
  ['<img src="http://example.org/x.png">', "index.html loads http://example.org/x.png"],
  ['<span class="katex-error">', "index.html has a formula that could not be read"],
])("%s is a fault", (html, fault) => expect(check(html)).toEqual([fault]));
