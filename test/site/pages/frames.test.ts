import { describe, expect, test } from "vitest";
import { algorithmsPage } from "../../../src/site/pages/algorithms.ts";
import { bibliographyPage } from "../../../src/site/pages/bibliography.ts";
import { correspondencePage } from "../../../src/site/pages/correspondence.ts";
import { frontPage } from "../../../src/site/pages/front.ts";
import { guaranteesPage } from "../../../src/site/pages/guarantees.ts";
import { mutantsPage } from "../../../src/site/pages/mutants.ts";
import { theoremsPage } from "../../../src/site/pages/theorems.ts";
import { specification } from "../../../src/site/typedoc/specification.ts";
import { described, fault, material, statement } from "../tiny-material.ts";

const all = material({ matrix: [fault()] });

test("pages of wide tables are wide, those of running text are not", () => {
  const wide = (page: { readonly wide?: boolean }): boolean => page.wide === true;
  expect([correspondencePage(all), guaranteesPage(all), mutantsPage(all), frontPage(all)].map(wide)).toEqual(
    new Array(4).fill(true),
  );
  expect([theoremsPage(all), bibliographyPage(all)].map(wide)).toEqual(new Array(2).fill(false));
});

test("every page has an address of its own, a title and a description", () => {
  const pages = [
    algorithmsPage(all),
    bibliographyPage(all),
    correspondencePage(all),
    frontPage(all),
    guaranteesPage(all),
    mutantsPage(all),
    theoremsPage(all),
  ];
  for (const { title, description } of pages) {
    expect(title).toMatch(/^[A-Za-z]/);
    expect(description.length).toBeGreaterThan(15);
  }
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
});

describe("the tables", () => {
  const heads = (body: string): string[][] =>
    [...body.matchAll(/<thead><tr>(.*?)<\/tr><\/thead>/g)].map(([, head = ""]) =>
      [...head.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, cell = ""]) => cell.replace(/<[^>]*>/g, "")),
    );
  test("of an algorithm say what stands in their columns", () => {
    const found = heads(
      specification(all, described())
        .map(({ below }) => below)
        .join(""),
    );
    expect(found).toContainEqual(["tier", "verdict", "scope", "find it out again"]);
    for (const head of found) expect(head.length).toBeGreaterThan(1);
  });
  test("have a heading for each cell of a row", () => {
    for (const { body } of [algorithmsPage(all), correspondencePage(all), guaranteesPage(all), mutantsPage(all)]) {
      const tables = [...body.matchAll(/<table[^>]*>(.*?)<\/table>/gs)].map(([, inside = ""]) => inside);
      expect(tables.length).toBeGreaterThan(0);
      for (const inside of tables) {
        const columns = inside.match(/<th scope="col"/g)?.length;
        for (const [, row = ""] of inside.matchAll(/<tr[^>]*>(<th scope="row">.*?)<\/tr>/gs))
          expect(row.match(/<td/g)?.length).toBe((columns ?? 0) - 1);
      }
    }
  });
});

test("a file of proofs is called by its last name, however deep it lies", () => {
  const deep = statement("sd_lossless", { file: "proofs/deep/er/C.v" });
  const { body } = theoremsPage(material({ statements: new Map([["sd_lossless", deep]]) }));
  expect(body).toContain('<p>Files: <a href="#C.v">C.v</a></p>');
  expect(body).toContain('<h2 id="C.v">');
  const row = correspondencePage(material({ algorithms: [described({ proofs: ["proofs/deep/er/C.v"] })] })).body;
  expect(row).toContain('<a href="/sources/proofs/deep/er/C.v.html"><code>C.v</code></a>');
});

test("a theorem is told in words at the algorithm that lists it among others", () => {
  const theorems = ["sd_other", "sd_lossless"].map((name) => ({ name, says: "it is" }));
  const { body } = theoremsPage(material({ algorithms: [described({ theorems })] }));
  expect(body).toContain('<a href="/algorithms/sd.html#sd_lossless">in words, at sd</a>');
});
