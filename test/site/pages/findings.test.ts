import { describe, expect, test } from "vitest";
import { slrsPsiAllLengths } from "../../../fixtures/faults/slrs-psi-all-lengths.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { paperFindings } from "../../../src/faults/findings/paper.ts";
import { bed } from "../../../src/faults/kill-matrix/bed.ts";
import { findingsPage } from "../../../src/site/pages/findings.ts";
import { playPage } from "../../../src/site/pages/play.ts";
import { fromFragment } from "../../../src/site/play/state.ts";
import { described, fault, material, statement, unlabelled } from "../tiny-material.ts";

const named = [...new Set(paperFindings.flatMap(({ theorems }) => theorems))];
const statements = new Map(named.map((name) => [name, statement(name)]));
const slrs = described({ id: "slrs", theorems: [{ name: "slrs_lossless", says: "it is" }] });
const met = fault({
  mutant: "not-in-the-registry",
  documented: "S2",
  source: "https://github.com/a/b/issues/1",
  mechanism: "draws <twice>",
});

describe("the page of findings", () => {
  const body = unlabelled(findingsPage(material({ statements, algorithms: [described(), slrs] })).body);
  test("has every finding of the paper with its claim, its repair and its theorems", () => {
    for (const { id } of paperFindings)
      expect(body).toContain(`<section id="${id}"><h3><span class="verdict refuted">not so</span> `);
    expect(body).toContain(
      'Machine-checked: <a href="/theorems.html#no_proposal_draws_target_is_lossy"><code>no_proposal_draws_target_is_lossy</code></a>, <a href="/algorithms/slrs.html#slrs_lossless"><code>slrs_lossless</code></a>.</p>',
    );
  });
  test("shows laws that were computed, with their verdict", () => {
    const [, part] = body.split('<section id="no-proposal">');
    expect(part).toContain(
      '<tr><th scope="row"><code>a</code></th><td class="number">1/2</td><td class="number">5/8</td></tr>',
    );
    expect(part).toContain('<span class="verdict refuted">lossy, gap 1/8</span> acceptance ');
    expect(part).toMatch(/<a href="\/play\.html#w=[\w-]+">open on the interactive page<\/a>/);
    const [, condition] = body.split('<section id="theorem-3.1-condition">');
    expect(condition?.split("<section")[0]?.match(/<span class="verdict proved">lossless<\/span>/g)).toHaveLength(4);
  });
  test("says in words what has no case", () => {
    expect(body).toMatch(
      /<p>D = \{a, b, aa, ab, ba, bb\}, t = ab: 2 drafts spell ab exactly, as the lemma counts;<br>\d/,
    );
  });
  test("a theorem that is not stated ends the build", () => {
    expect(() => findingsPage(material())).toThrow("psi-exact-segmentations: segmentation_psi_is_lossy is not in");
  });
});

describe("decoders in use", () => {
  const engines = (...matrix: ReturnType<typeof fault>[]): string =>
    findingsPage(material({ statements, matrix })).body.split('<h2 id="engines">')[1] ?? "";
  test("are the documented faults with a public source, in their order", () => {
    const body = engines(
      { ...met, mutant: "second", documented: "S2" },
      { ...met, mutant: "none", documented: null },
      { ...met, mutant: "other", documented: "T1" },
      { ...met, mutant: "private", documented: "S3", source: "a reading" },
      { ...met, mutant: "first", documented: "S1" },
    );
    expect([...body.matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id)).toEqual(["first", "second"]);
    expect(engines()).not.toContain("<section");
  });
  test("say what the fault does, where it was met and where it is seen", () => {
    const body = engines(met);
    expect(body).toContain(
      '<code>not-in-the-registry</code> <span class="verdict refuted">changes the law</span></h3>',
    );
    expect(body).toContain(
      '<p>Draws &lt;twice&gt;. Met in <a href="https://github.com/a/b/issues/1">a/b/issues/1</a>; modelled here as a fault of <code>sd</code>, in <a href="/sources/fixtures/faults/not-in-the-registry.ts.html">code</a>.</p>',
    );
    expect(body).toContain(
      "<p>Seen in the world <code>w</code> (one token); exact total variation of what was generated there 1/8.</p>",
    );
    expect(body).toContain("lossless mutants not-in-the-registry");
    const bare = engines({ ...met, kind: "contract", what: null, gap: null, world: null });
    expect(bare).toContain("<p>Seen in the world <code></code>.</p>");
    expect(bare).toContain('<span class="verdict bounded">breaks another promise</span>');
  });
  test("have the shortest difference that enumeration finds in the world that shows it", () => {
    const id = slrsPsiAllLengths.id;
    const one = { ...met, mutant: id, kind: slrsPsiAllLengths.kind };
    const shown = bed(rational).map(({ name }) => engines({ ...one, world: name }));
    const found = shown.filter((body) => body.includes("the target says"));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(
      /<p>In the world <code>[^<]+<\/code> the target says <code>[^<]+<\/code> with probability \d+(?:\/\d+)?; with the fault it comes with \d+(?:\/\d+)?(?:, for instance by <code>[^<]+<\/code>)?\.<\/p>/,
    );
    expect(engines({ ...one, kind: "contract", world: bed(rational)[0]?.name ?? "" })).toContain("Seen in the world");
    expect(engines({ ...one, world: "none" })).toContain("Seen in the world <code>none</code>");
  });
});

describe("the interactive page", () => {
  const { body, script, worker, wide } = playPage(material({ algorithms: [described()] }));
  test("has its scripts inside", () => {
    expect(script).toMatch(/^\S[\s\S]{1000,}\S$/);
    expect(worker).toMatch(/^\S[\s\S]{10000,}\S$/);
    expect(wide).toBe(true);
  });
  test("offers worlds of findings, of worked examples and of files, each an address that can be read", () => {
    const groups = [...body.matchAll(/<optgroup label="([^"]*)">(.*?)<\/optgroup>/g)];
    expect(groups.map(([, label]) => label)).toEqual([
      "Findings",
      "Worked examples",
      "Built-in worlds",
      "Algorithms",
      "Known faults",
    ]);
    const options = groups.map(([, , inside = ""]) =>
      [...inside.matchAll(/<option value="([^"]*)"(?: data-repaired="[^"]*")?>(.*?)<\/option>/g)].map(
        ([, value = "", name = ""]) => ({
          value,
          name,
        }),
      ),
    );
    const [findings = [], worked = [], worlds = [], algorithms = [], faults = []] = options;
    expect(findings.map(({ name }) => name)).toContain("psi-exact-segmentations: slrs-psi-exact-segmentations");
    expect(findings).toHaveLength(paperFindings.flatMap(({ cases }) => cases).length);
    expect(worked.map(({ name }) => name)).toEqual(["sd"]);
    expect(worlds.length).toBeGreaterThan(5);
    for (const { value } of [...findings, ...worked, ...worlds]) {
      const state = fromFragment(value);
      expect(Number(state?.lookahead)).toBeLessThanOrEqual(6);
    }
    expect(fromFragment(worlds[0]?.value ?? "")).toMatchObject({ algorithm: "slrs" });
    expect(algorithms.map(({ value }) => value)).toContain("slrs");
    expect(algorithms.every(({ value, name }) => value === name)).toBe(true);
    expect(faults.every(({ value, name }) => name.startsWith(`${value}: `))).toBe(true);
    expect(faults.length).toBeGreaterThan(15);
    expect(body).toMatch(/<option value="slrs-no-proposal-from-target" data-repaired="slrs">/);
  });
  test("labels every field, with its hint and its error", () => {
    expect(body).toContain(
      '<p><label for="target"><b>Target</b></label> <small id="target-hint">a token and a number on each line</small><br>\n<textarea id="target" rows="6" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="target-hint target-error">a 1/2\nb 1/2</textarea><br><span class="error" id="target-error" role="alert"></span></p>',
    );
    expect(body).toContain(
      '<label for="lookahead"><b>Lookahead, tokens drafted per round</b></label><br>\n<input id="lookahead" type="number" min="1" max="6" value="1" aria-describedby="lookahead-error">',
    );
    for (const id of ["laws", "psi", "all", "emissions"]) expect(body).toContain(`</thead><tbody id="${id}"></tbody>`);
  });
});
