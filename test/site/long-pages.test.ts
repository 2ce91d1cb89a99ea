import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { render, withContents } from "../../src/site/page.ts";
import { packageRoot } from "../../src/system/files.ts";

describe("a long page", () => {
  const parts = (count: number): string =>
    Array.from({ length: count }, (_, at) => `<h2 id="p${at}"><a href="/x">Part</a> ${at}</h2>`).join("\n");
  test("says above its first part what its parts are, without links inside links", () => {
    expect(withContents(`<h1>T</h1>${parts(4)}`)).toContain(
      '<h1>T</h1><nav class="contents" aria-label="On this page"><ul><li><a href="#p0">Part 0</a></li>',
    );
    expect(withContents(parts(3))).toBe(parts(3));
    expect(withContents('<h2 id="a">A</h2>'.repeat(3).concat("<h2>no address</h2>"))).not.toContain("contents");
  });
});

describe("a table that can be sorted", () => {
  const rows = ["b 2 x", "a 10 y", "c 1 z"].map((row) => {
    const [name, key, word] = row.split(" ");
    return `<tr><th>${name}</th><td><span data-key="${key}">${word}</span></td></tr>`;
  });
  const table = `<table class="sortable"><thead><tr><th>one</th><th>two</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  test("brings its script, and other pages do not", () => {
    const page = { path: "a.html", title: "t", description: "d" };
    expect(render({ ...page, body: table })).toContain("localeCompare");
    expect(render({ ...page, body: "<p>" })).not.toContain("localeCompare");
  });
  test("is sorted by a column, by its key where it has one, and turned round by a second press", () => {
    const { document, Event } = parseHTML(`<html><body>${table}</body></html>`);
    // linkedom has no list of a table's rows.
    const body = document.querySelector("tbody") as unknown as { rows: unknown };
    Object.defineProperty(body, "rows", { get: () => [...document.querySelectorAll("tbody tr")] });
    new Function("document", readFileSync(join(packageRoot(), "src/site/sort.js"), "utf8"))(document);
    const order = (): string => [...document.querySelectorAll("tbody th")].map((cell) => cell.textContent).join("");
    const [one, two] = [...document.querySelectorAll("thead button")];
    one?.dispatchEvent(new Event("click"));
    expect(order()).toBe("abc");
    two?.dispatchEvent(new Event("click"));
    expect(order()).toBe("cba");
    two?.dispatchEvent(new Event("click"));
    expect(order()).toBe("abc");
    expect(document.querySelectorAll("[aria-sort]")).toHaveLength(1);
  });
});
