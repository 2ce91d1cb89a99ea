import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { sd } from "../../src/core/algorithms/sd.ts";
import { slrs } from "../../src/core/algorithms/slrs.ts";
import { checkLinks } from "../../src/site/links.ts";
import { collect } from "../../src/site/material.ts";
import { render } from "../../src/site/page.ts";
import { sitePages } from "../../src/site/site.ts";
import { specification } from "../../src/site/typedoc/specification.ts";
import { compute, workedExample, worldOf } from "../../src/site/worked.ts";
import { packageRoot } from "../../src/system/files.ts";
import { readAlgorithms } from "./library.ts";
import { fault, verdict } from "./tiny-material.ts";

const library = await readAlgorithms();
const none = { verdicts: [], matrix: [], evidence: undefined };
const folder = mkdtempSync(join(tmpdir(), "site-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the whole site", () => {
  test("has every page once, sources last, and no link in it is broken", () => {
    const material = collect(packageRoot(), library, {
      verdicts: [verdict()],
      matrix: [fault({ mutant: "slrs-psi-all-lengths" })],
      evidence: undefined,
    });
    const pages = sitePages(material);
    const paths = pages.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const name of ["index", "algorithms/index", "theorems", "guarantees", "correspondence", "mutants", "findings"])
      expect(paths).toContain(`${name}.html`);
    for (const name of ["bibliography", "guides/index", "notebooks/index", "play", "correspondence"])
      expect(paths).toContain(`${name}.html`);
    const first = paths.findIndex((path) => path.startsWith("sources/"));
    expect(first).toBeGreaterThan(20);
    expect(paths.slice(first).every((path) => path.startsWith("sources/"))).toBe(true);
    for (const page of pages) {
      mkdirSync(dirname(join(folder, page.path)), { recursive: true });
      writeFileSync(join(folder, page.path), render(page));
    }
    // typedoc's pages, with the addresses that others link to.
    mkdirSync(join(folder, "api"));
    writeFileSync(join(folder, "api/index.html"), "");
    for (const described of material.algorithms) {
      const ids = [...specification(material, described).map(({ id }) => id), ...described.algorithm.theorems];
      writeFileSync(join(folder, `algorithms/${described.id}.html`), ids.map((id) => `<i id="${id}">`).join(""));
    }
    const { faults, pages: count } = checkLinks(folder);
    expect(faults).toEqual([]);
    expect(count).toBe(pages.length + 1 + material.algorithms.length);
  });
});

describe("what pages are made of", () => {
  const { edition, year, algorithms } = collect(packageRoot(), library, none);
  test("is read from the repository", () => {
    expect(edition.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(year).toMatch(/^20\d\d$/);
    const one = algorithms.find(({ id }) => id === "sd");
    expect(one?.sentence).toMatch(/^\S+( \S+){5,}$/);
    expect(one?.proofs.every((file) => /^proofs\/\w+\.v$/.test(file))).toBe(true);
    expect(one?.tested.every((file) => /^properties\/.*\.ts$/.test(file))).toBe(true);
    expect(one?.theorems.map(({ name }) => name)).toContain("sd_lossless");
    expect(one?.section("limits").trim()).toBe(one?.section("limits"));
    expect(() => one?.section("nonsense" as "limits")).toThrow(
      "src/core/algorithms/sd.ts: @nonsense is missing or empty",
    );
  });
  test("an example by hand is computed by the code: emissions, the closed formula and the verdict", () => {
    const example = workedExample(packageRoot(), "sd");
    const { emissions, formula, verdict } = compute(sd, worldOf("sd", example));
    expect([...emissions].sort()).toEqual(
      [
        ["a", "1/3"],
        ["a·a", "2/9"],
        ["a·b", "1/9"],
        ["b·a", "2/9"],
        ["b·b", "1/9"],
      ].sort(),
    );
    expect(formula).toBe("2/3");
    expect(verdict).toMatchObject({ verdict: "proved", acceptance: "2/3" });
    const { acceptance: _, ...silent } = slrs;
    expect(compute(silent, worldOf("slrs", workedExample(packageRoot(), "slrs"))).formula).toBeUndefined();
  });
});
