import { describe, expect, test } from "vitest";
import { algorithmsPage } from "../../../src/site/pages/algorithms.ts";
import { bibliographyPage } from "../../../src/site/pages/bibliography.ts";
import { correspondencePage } from "../../../src/site/pages/correspondence.ts";
import { guaranteesPage } from "../../../src/site/pages/guarantees.ts";
import { mutantsPage } from "../../../src/site/pages/mutants.ts";
import { theoremsPage } from "../../../src/site/pages/theorems.ts";
import { specification } from "../../../src/site/typedoc/specification.ts";
import { described, fault, material, statement, unlabelled, verdict } from "../tiny-material.ts";

const seen = { enumeration: "killed" } as const;
const missed = { enumeration: "survived" } as const;
const matrix = [
  fault({ mutant: "a", tiers: seen }),
  fault({ mutant: "b", tiers: missed }),
  fault({ mutant: "c", tiers: seen, kind: "control" }),
  fault({ mutant: "d", tiers: seen, wounds: "tli" }),
];

describe("what is added to the page of one algorithm", () => {
  const written = (...of: Parameters<typeof specification>): string =>
    unlabelled(
      specification(...of)
        .map(({ above = "", below = "" }) => `${above}${below}`)
        .join("\n"),
    );
  const body = written(material({ matrix, verdicts: [verdict()] }), described());
  test("stands in the order of a specification, under anchors that are cited", () => {
    expect(specification(material(), described()).map(({ id }) => id)).toEqual(
      "definition algorithm theorems proof tested guarantees acceptance cost example faults limits differs cite".split(
        " ",
      ),
    );
  });
  test("names its faults and what sees them, controls and those of others left out", () => {
    const row = (name: string, by: string): string =>
      `<tr><th scope="row"><a href="/mutants.html#${name}"><code>${name}</code></a></th><td>draws &lt;twice&gt;</td><td>${by}</td></tr>`;
    expect(body).toContain(`${row("a", "enumeration")}\n${row("b", "none")}</tbody>`);
    expect(written(material(), described())).toContain("<p>None is listed for this algorithm.</p>");
  });
  test("has each tier with its scope and its command", () => {
    expect(body).toContain(
      '<tr><th scope="row">enumeration</th><td><span class="verdict proved">1 proved</span></td><td>these worlds, every horizon where the contexts close</td><td><code>lossless verify --algorithm sd</code></td></tr>',
    );
  });
  test("works an example by hand beside what the code gives", () => {
    const { worked, computed } = described();
    const [first] = worked.paths;
    const value = computed.emissions.get(first?.emitted ?? "");
    expect(value).toMatch(/^\d+\/\d+$/);
    expect(body).toContain(`<td>${first?.probability.replaceAll("*", "·")} = ${value}</td>`);
    expect(body).toContain(`= ${computed.verdict.acceptance}.</li>`);
    expect(body).toContain(`= ${computed.verdict.expectedTokens}.</li>\n<li>Gap to the target's law: 0; every horizon`);
    expect(body).toMatch(/<a href="\/play\.html#w=[\w-]+">Open this world/);
  });
  test("compares with others in the same world, and counts classes of contexts in words", () => {
    const one = described();
    const page = (contexts: number) =>
      written(
        material(),
        described({
          worked: { ...one.worked, compare: ["sd"] },
          computed: { ...one.computed, verdict: verdict({ contexts }) },
        }),
      );
    const { acceptance, expectedTokens } = one.computed.verdict;
    expect(page(1)).toContain(
      `<li><a href="/algorithms/sd.html"><code>sd</code></a> in the same world: acceptance ${acceptance}, tokens a round ${expectedTokens}.</li>`,
    );
    expect(page(1)).toContain("1 class of contexts");
    expect(page(2)).toContain("2 classes of contexts");
    expect(written(material(), described({ worked: { ...one.worked, compare: [] } }))).not.toContain(
      "in the same world",
    );
  });
  test("names its sources, and how to cite it", () => {
    expect(body).toContain(
      'Where it comes from: About cite. More of it. (<a href="/bibliography.html#Key2020">Key2020</a>)</p>',
    );
    expect(written(material(), described({}, { cite: [] }))).toContain("About cite. More of it.</p>");
    expect(body).toContain("title = {{The algorithm sd: specification and machine-checked theorems}}");
    expect(body).toContain(
      '<a href="/sources/properties/sd.test.ts.html"><code>properties/sd.test.ts</code></a> tests',
    );
    expect(body).toContain('id="sd_lossless"');
  });
});

test("the list of algorithms tells those that keep the law from the controls", () => {
  const lossy = described({ id: "typical" }, { lossless: false });
  const kept = described({ id: "union" }, { lossless: true });
  const { body: html, path } = algorithmsPage(material({ algorithms: [lossy, described(), kept] }));
  const body = unlabelled(html);
  expect(path).toBe("algorithms/index.html");
  const [above, below] = body.split("A control that changes the law");
  expect(above?.match(/<th scope="row"><a href="[^"]*"/g)).toEqual([
    '<th scope="row"><a href="/algorithms/sd.html"',
    '<th scope="row"><a href="/algorithms/union.html"',
  ]);
  expect(below).toContain('<a href="/algorithms/typical.html"><code>typical</code></a>');
  expect(above).toMatch(/<td><math [^\n]*<mi>a<\/mi><mo>\+<\/mo><mi>b<\/mi>[^\n]*<\/math><\/td><\/tr>/);
  expect(above).not.toContain("<mi>c</mi>");
  const silent = described({ section: () => "No formula." });
  expect(unlabelled(algorithmsPage(material({ algorithms: [silent] })).body)).toContain("<td></td></tr>");
});

test("the bibliography says who cites a paper, and where it is", () => {
  const paper = { authors: ["A & B", "C"], year: 2020, title: "T", about: "what" };
  const { body } = bibliographyPage(
    material({
      algorithms: [described(), described({ id: "tli" }, { cite: [] })],
      bibliography: { Key2020: paper, Key2021: { ...paper, venue: "V & W", arxiv: "2101.1" } },
    }),
  );
  expect(body).toContain(
    '<section class="statement" id="Key2020"><h3>Key2020</h3>\n<p>A &amp; B, C (2020). <cite>T</cite>. </p>\n<p class="muted">For what. Cited by <a href="/algorithms/sd.html"><code>sd</code></a>.</p>',
  );
  expect(body).toContain(
    '(2020). <cite>T</cite>. V &amp; W. <a href="https://arxiv.org/abs/2101.1">arXiv 2101.1</a>.</p>\n<p class="muted">For what. Cited by .</p>',
  );
  expect(body).toContain("@misc{Key2021,");
  expect(body).toContain("@software{lossless_lab,");
});

describe("paper, code, proof and property", () => {
  test("one row an algorithm", () => {
    const all = [described({ proofs: ["proofs/A.v", "B.v"] }), described({ id: "sd-x" })];
    const body = unlabelled(correspondencePage(material({ matrix, algorithms: all })).body);
    expect(body).toContain(
      '<tr><th scope="row"><a href="/algorithms/sd.html"><code>sd</code></a></th><td>About cite</td><td><a href="/sources/src/core/algorithms/sd.ts.html">source</a></td><td><a href="/algorithms/sd.html#sd_lossless"><code>sd_lossless</code></a><br><span class="scope">in <a href="/sources/proofs/A.v.html"><code>A.v</code></a>, <a href="/sources/B.v.html"><code>B.v</code></a></span></td><td><a href="/sources/properties/sd.test.ts.html">tested</a></td><td><a href="/sources/test/core/algorithms/sd.test.ts.html">tests</a>, <a href="/sources/fixtures/worked/sd.json.html">example</a></td><td>1 of 2 seen</td></tr>',
    );
    expect(body).toContain("<td>none listed</td>");
  });
  test("a theorem that is not stated ends the build", () => {
    expect(() => correspondencePage(material({ statements: new Map() }))).toThrow(
      "sd: the theorem sd_lossless is not in proofs/Statements.v",
    );
  });
});

test("guarantees: a row an algorithm, a cell a tier, and how many worlds", () => {
  const verdicts = [verdict(), verdict({ tier: "symbolic" }), verdict({ world: "x", verdict: "unknown" })];
  const body = unlabelled(guaranteesPage(material({ verdicts })).body);
  expect(body).toContain("3 verdicts in 2 worlds.");
  const none = '<td><span class="verdict unknown">not run</span></td>';
  expect(body).toContain(
    `<tr id="sd"><th scope="row"><a href="/algorithms/sd.html#guarantees"><code>sd</code></a></th><td><span class="verdict proved">proved</span></td>${none}<td><span class="verdict proved">1 proved</span></td><td><span class="verdict proved">1 proved</span> <span class="verdict unknown">1 unknown</span></td>${none}</tr>`,
  );
  expect(body.match(/<tr><th scope="row">(theorem|oracle|symbolic|enumeration|statistics)<\/th><td>/g)).toHaveLength(5);
});

describe("the kill matrix", () => {
  const cells = (more: Parameters<typeof fault>[0]): string[] => {
    const body = unlabelled(mutantsPage(material({ matrix: [fault(more)] })).body);
    return [...(/<tr id="m1">.*<\/tr>/.exec(body)?.[0] ?? "").matchAll(/<td.*?<\/td>/g)].map(([cell]) => cell);
  };
  test.each([
    ["law", "killed", '<td class="killed">killed</td>'],
    ["law", "survived", '<td class="alarm">missed!</td>'],
    ["law", "not applicable", '<td class="out">out of scope</td>'],
    ["contract", "quiet", '<td class="quiet">not seen</td>'],
    ["control", "killed", '<td class="alarm">false alarm!</td>'],
    ["control", "survived", '<td class="quiet">quiet</td>'],
    ["control", "quiet", '<td class="quiet">quiet</td>'],
    ["control", "not applicable", '<td class="out">out of scope</td>'],
  ] as const)("%s that is %s: %s", (kind, found, expected) => {
    expect(cells({ kind, tiers: { enumeration: found as "killed" } })[0]).toBe(expected);
  });
  test("figures, the mechanism and where it was met", () => {
    const row = cells({});
    expect(row.slice(2)).toEqual([
      '<td class="number">1/8</td>',
      '<td class="number">1,234</td>',
      '<td>draws &lt;twice&gt; <span class="scope">a reading</span></td>',
    ]);
    expect(cells({ gap: null, samples: null }).slice(2, 4)).toEqual([
      '<td class="number"></td>',
      '<td class="number"></td>',
    ]);
    expect(cells({ gap: "1234567/123456" })[2]).toBe('<td class="number">1234567/123456</td>');
    expect(cells({ gap: "1234567/1234567" })[2]).toBe('<td class="number">see command</td>');
    expect(cells({ source: "https://github.com/a/b/issues/7" })[4]).toContain(
      '<a href="https://github.com/a/b/issues/7">a/b 7</a>',
    );
    expect(cells({ source: "https://github.com/a/b/pull/8" })[4]).toContain(">a/b 8</a>");
  });
  test("counts by kind", () => {
    const contract = fault({ mutant: "e", kind: "contract", tiers: missed });
    const body = unlabelled(mutantsPage(material({ matrix: [...matrix, contract] })).body);
    expect(body).toContain("2 of 3 faults of the law are seen, 0 of 1 breaches of other promises, and 1 of 1 controls");
    expect(body).toContain('class="group">3 · Faults that change');
    expect(body).toContain('class="group">1 · Correct code');
    expect(body).toContain("seed 7</caption>");
    expect(body).toContain(
      '<th scope="col">fault</th><th scope="col">enumeration</th><th scope="col" class="number">gap</th>',
    );
    expect(body).toContain('<table class="matrix">');
    expect(mutantsPage(material()).body).toContain("0 of 0 faults");
  });
});

describe("the page of theorems", () => {
  const statements = new Map(
    [
      statement("sd_lossless"),
      statement("other", { rests: "Axioms: choice", line: 9 }),
      statement("third", { file: "proofs/B.v" }),
    ].map((one) => [one.name, one]),
  );
  const { body } = theoremsPage(material({ statements }));
  test("lists them file by file, with the algorithm that says them in words", () => {
    expect(body).toContain("3 statements, checked by Coq; 2 of them rest on no axiom");
    expect(body).toContain('<p>Files: <a href="#A.v">A.v</a> · <a href="#B.v">B.v</a></p>');
    const [, a, b] = body.split(/<h2 id="[AB]\.v">/);
    expect(a).toMatch(/^<a href="\/sources\/proofs\/A\.v\.html">proofs\/A\.v<\/a><\/h2>\n<section/);
    expect(a).toMatch(/id="sd_lossless">[\s\S]*<\/section>\n<section class="statement" id="other">/);
    expect(a).not.toContain('id="third"');
    expect(b).toContain('<section class="statement" id="third"><h3><code>third</code> <span class="verdict proved">');
    expect(a).toContain(
      '<ul class="links"><li><a href="/algorithms/sd.html#sd_lossless">in words, at sd</a></li><li><a href="/sources/proofs/A.v.html#L3">proof, line 3</a></li></ul>',
    );
    expect(a).toContain('<ul class="links"><li><a href="/sources/proofs/A.v.html#L9">proof, line 9</a></li></ul>');
  });
  test("says what is assumed and what is not proved, and no more of the README", () => {
    const [, assumed, rest] = body.split(/<h2 id="(?:assumed|not-proved)">/);
    expect(assumed).toMatch(/^What is assumed<\/h2>\n<(?:p|ul|ol)>/);
    expect(rest).toMatch(/^What is not proved<\/h2>\n<(?:p|ul|ol)>/);
    expect(body).not.toContain("What ties the code");
    expect(body).not.toContain('<h2 id="gates">');
  });
});
