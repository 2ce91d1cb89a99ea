import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { bibtex, citedAlgorithm, citedTheorem } from "../../src/system/bibtex.ts";
import { packageRoot } from "../../src/system/files.ts";
import { EDITION, editionOf, specVersion } from "../../src/system/spec.ts";

const root = mkdtempSync(join(tmpdir(), "spec-"));
afterAll(() => rmSync(root, { recursive: true }));

describe("the version of a specification", () => {
  test("changes with the source and with each statement, not with the line ends of a system", () => {
    const version = specVersion("a\nb", ["x", "y"]);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(specVersion("a\r\nb", ["x", "y"])).toBe(version);
    const others = [
      specVersion("a\nc", ["x", "y"]),
      specVersion("a\nb", ["x", "z"]),
      specVersion("a\nb", ["xy"]),
      specVersion("a\nb", []),
    ];
    expect(new Set([version, ...others]).size).toBe(5);
  });
});

describe("an edition", () => {
  const copy = join(root, "copy");
  cpSync(join(packageRoot(), "src/core/algorithms"), join(copy, "src/core/algorithms"), { recursive: true });
  mkdirSync(join(copy, "proofs"));
  const statements = readFileSync(join(packageRoot(), "proofs/Statements.v"), "utf8");
  writeFileSync(join(copy, "proofs/Statements.v"), statements);
  writeFileSync(join(copy, "package.json"), JSON.stringify({ version: "3.2.1", homepage: "https://lab.example/x/" }));

  test("has the specification of every algorithm, and where it stands; a changed statement changes its own alone", () => {
    const before = editionOf(copy);
    expect(before).toMatchObject({ version: "3.2.1", site: "https://lab.example/x" });
    expect(Object.keys(before.specs)).toEqual(algorithms.map(({ id }) => id));
    writeFileSync(
      join(copy, "proofs/Statements.v"),
      statements.replace("Check (@tli_lossless :\n", "Check (@tli_lossless :\n  0 = 0 -> "),
    );
    const after = editionOf(copy);
    expect(Object.keys(after.specs).filter((id) => after.specs[id] !== before.specs[id])).toEqual(["tli"]);
  });
  test("names the commit of its own repository, and whether something changed since; of none around it", () => {
    expect(editionOf(copy).commit).toBeUndefined();
    const git = (...args: string[]): string =>
      execFileSync("git", ["-C", copy, "-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
        encoding: "utf8",
      });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "One", "--date", "2031-02-03T12:00:00Z");
    const commit = git("rev-parse", "HEAD").trim();
    expect(editionOf(copy)).toMatchObject({ commit, changed: false });
    writeFileSync(join(copy, "src/core/algorithms/new.ts"), "");
    expect(editionOf(copy)).toMatchObject({ commit, changed: true });
    const inside = join(copy, "node_modules/lossless-lab");
    mkdirSync(join(inside, "src/core"), { recursive: true });
    cpSync(join(copy, "src/core/algorithms"), join(inside, "src/core/algorithms"), { recursive: true });
    cpSync(join(copy, "proofs"), join(inside, "proofs"), { recursive: true });
    writeFileSync(join(inside, "package.json"), JSON.stringify({ version: "1.0.0" }));
    expect(editionOf(inside).commit).toBeUndefined();
  });
  test("of a package is what its build left", () => {
    const built = { version: "1.0.0", commit: "c", specs: { sd: "0" } };
    mkdirSync(join(root, "package/dist/src"), { recursive: true });
    writeFileSync(join(root, "package", EDITION), JSON.stringify(built));
    expect(editionOf(join(root, "package"))).toEqual(built);
  });
});

describe("BibTeX", () => {
  const edition = { version: "1.2.3", commit: "c0ffee", date: "2031-02-03", specs: { "k-seq": "abc" } };
  test("names address, version, commit, hash and date, with signs that TeX reads as commands escaped", () => {
    expect(bibtex(citedTheorem("k-seq", "k_seq_x"), { ...edition, site: "https://lab.example" })).toBe(
      `@software{lossless_lab_k_seq_x,
  author = {{The lossless-lab authors}},
  title = {{Theorem k\\_seq\\_x}},
  year = {2031},
  date = {2031-02-03},
  version = {1.2.3},
  url = {https://lab.example/algorithms/k-seq.html#k_seq_x},
  note = {lossless-lab 1.2.3, algorithms/k-seq.html\\#k\\_seq\\_x, specification abc, commit c0ffee},
}`,
    );
  });
  test("says what is not known by leaving it out, and that something changed", () => {
    expect(bibtex(citedAlgorithm("k-seq"), { ...edition, changed: true })).toContain("commit c0ffee with changes}");
    const bare = bibtex(citedAlgorithm("k-seq"), { version: "1.2.3", specs: { "k-seq": "abc" } });
    expect(bare).not.toMatch(/commit|date|url|year/);
    expect(bare).toMatch(/^@software\{lossless_lab_k_seq,/);
  });
});
