import { describe, expect, test } from "vitest";
import { guaranteeBadge, guarantees, strongest } from "../../src/site/guarantee.ts";
import { described, material, statement, verdict } from "./tiny-material.ts";

const kinds = (...args: Parameters<typeof guarantees>): Record<string, string> =>
  Object.fromEntries(guarantees(...args).map(({ tier, kind }) => [tier, kind]));

describe("the theorem of an algorithm", () => {
  const theorem = (name: string, listed: boolean, rests = "Closed under the global context") => {
    const one = described({ id: "k-seq" }, { id: "k-seq", theorems: listed ? [name] : [] });
    return guarantees(material({ statements: new Map([[name, statement(name, { rests })]]) }), one)[0];
  };
  test("proves or refutes it where it is listed, stated and without an axiom", () => {
    expect(theorem("k_seq_lossless", true)).toEqual({
      tier: "theorem",
      kind: "proved",
      words: "proved",
      scope: "every vocabulary, law, drafter and lookahead",
      command: "npm run proofs",
    });
    expect(theorem("k_seq_lossy", true)).toMatchObject({
      kind: "refuted",
      words: "refuted",
      scope: "there are laws for which it is wrong",
    });
  });
  test.each([
    ["not listed", theorem("k_seq_lossless", false)],
    ["with an axiom", theorem("k_seq_lossless", true, "Axioms: choice")],
    ["another's", theorem("sd_lossless", true)],
    ["about something else", theorem("k_seq_terminates", true)],
    ["not stated", guarantees(material({ statements: new Map() }), described())[0]],
  ])("%s is none", (_, found) => {
    expect(found).toMatchObject({ kind: "unknown", words: "no theorem", scope: "nothing is proved about it" });
  });
});

describe("the tiers of a run", () => {
  test("are badges of the worst that was found, each with the command that finds it again", () => {
    const verdicts = [
      verdict({ tier: "oracle" }),
      verdict({ tier: "oracle", verdict: "unknown" }),
      verdict({ tier: "symbolic" }),
      verdict({ tier: "symbolic", verdict: "refuted" }),
      verdict({ tier: "statistics", verdict: "consistent" }),
      verdict({ algorithm: "tli", verdict: "refuted" }),
    ];
    expect(kinds(material({ verdicts }), described())).toEqual({
      theorem: "proved",
      oracle: "proved",
      symbolic: "refuted",
      enumeration: "unknown",
      statistics: "bounded",
    });
    const found = guarantees(material({ verdicts }), described());
    expect(found.map(({ words }) => words)).toEqual([
      "proved",
      "1 proved, 1 unknown",
      "1 proved, 1 refuted",
      "not run",
      "1 consistent",
    ]);
    expect(found.map(({ command }) => command)).toEqual([
      "npm run proofs",
      "lossless verify --tier oracle --algorithm sd",
      "lossless verify --tier symbolic --algorithm sd",
      "lossless verify --algorithm sd",
      "lossless verify --tier statistics --algorithm sd",
    ]);
  });
  test("proved counts before consistent, and only unknown is unknown", () => {
    const of = (...found: ("proved" | "consistent" | "unknown")[]) =>
      kinds(material({ verdicts: found.map((one) => verdict({ verdict: one })) }), described()).enumeration;
    expect([of("consistent", "proved"), of("consistent", "unknown"), of("unknown")]).toEqual([
      "proved",
      "bounded",
      "unknown",
    ]);
  });
});

test("the strongest is the first tier that knows something", () => {
  expect(strongest(material(), described())).toBe(
    '<span class="verdict proved">proved: theorem</span> <span class="scope">every vocabulary, law, drafter and lookahead</span>',
  );
  const none = { statements: new Map() };
  expect(
    strongest(material({ ...none, verdicts: [verdict({ tier: "symbolic", verdict: "refuted" })] }), described()),
  ).toBe(
    '<span class="verdict refuted">refuted: symbolic</span> <span class="scope">one round, all real laws over the token strings of these worlds</span>',
  );
  expect(strongest(material(none), described())).toBe(
    '<span class="verdict unknown">unknown: theorem</span> <span class="scope">nothing is proved about it</span>',
  );
});

describe("badges of a tier", () => {
  const shown = (words: string, kind: "proved" | "unknown" = "proved"): string =>
    guaranteeBadge({ tier: "enumeration", kind, words, scope: "", command: "" });
  test("one finding has the tier's own kind", () => {
    expect(shown("no theorem", "unknown")).toBe('<span class="verdict unknown">no theorem</span>');
    expect(shown("7 proved")).toBe('<span class="verdict proved">7 proved</span>');
  });
  test("several have one each, by their word; rates stand below", () => {
    expect(shown("7 proved, 1 consistent, 2 refuted, 3 unknown (α 1e-6, power <1)")).toBe(
      '<span class="verdict proved">7 proved</span> <span class="verdict bounded">1 consistent</span> <span class="verdict refuted">2 refuted</span> <span class="verdict unknown">3 unknown</span><br><span class="scope">α 1e-6, power &lt;1</span>',
    );
    expect(shown("7 proved (x) once")).toBe('<span class="verdict proved">7 proved (x) once</span>');
    expect(shown("7 proved, odd")).toContain('<span class="verdict unknown">odd</span>');
  });
});
