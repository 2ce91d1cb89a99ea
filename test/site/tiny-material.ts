import type { Algorithm } from "../../src/core/algorithms/algorithm.ts";
import { sd } from "../../src/core/algorithms/sd.ts";
import type { Verdict } from "../../src/evidence/tiers/verdict.ts";
import type { Row } from "../../src/faults/kill-matrix/matrix.ts";
import type { Described, Material } from "../../src/site/material.ts";
import { Sources } from "../../src/site/sources.ts";
import type { Statement } from "../../src/site/statements.ts";
import { compute, type WorkedExample, workedExample, worldOf } from "../../src/site/worked.ts";
import { packageRoot } from "../../src/system/files.ts";

/** Pages without what only narrow screens show: the names of columns at each cell. */
export const unlabelled = (html: string): string =>
  html
    .replace(/ data-label="[^"]*"/g, "")
    .replace(/ stacked"/g, '"')
    .replace(/"stacked"/g, '""');

/** A verdict with what matters in a test. */
export const verdict = (more: Partial<Verdict> = {}): Verdict => ({
  world: "w",
  algorithm: "sd",
  verdict: "proved",
  tier: "enumeration",
  scope: "every horizon",
  gap: "0",
  acceptance: "1/2",
  expectedTokens: "3/2",
  contexts: 1,
  ...more,
});

/** A row of a kill matrix with what matters in a test. */
export const fault = (more: Partial<Row> = {}): Row => ({
  mutant: "m1",
  source: "a reading",
  kind: "law",
  wounds: "sd",
  mechanism: "draws <twice>",
  documented: null,
  tiers: { enumeration: "killed", statistics: "survived" },
  samples: 1234,
  gap: "1/8",
  world: "w",
  what: "one token",
  seed: 7,
  ...more,
});

/** A statement without an axiom. */
export const statement = (name: string, more: Partial<Statement> = {}): Statement => ({
  name,
  file: "proofs/A.v",
  line: 3,
  type: "forall p, p <> q",
  rests: "Closed under the global context",
  ...more,
});

/** One algorithm as its page shows it, with the worked example of speculative decoding. */
export const described = (more: Partial<Described> = {}, algorithm: Partial<Algorithm> = {}): Described => {
  const worked: WorkedExample = workedExample(packageRoot(), "sd");
  return {
    algorithm: { ...(sd as Algorithm), theorems: ["sd_lossless"], cite: ["Key2020"], ...algorithm },
    id: "sd",
    sentence: "Speculative decoding: accept with $p/q$.",
    section: (tag) => (tag === "acceptance" ? "Accepts $a+b$, or $c$." : `About ${tag}. More of it.`),
    theorems: [{ name: "sd_lossless", says: "the law is $p$." }],
    proofs: ["proofs/A.v"],
    tested: ["properties/sd.test.ts"],
    worked,
    computed: compute(sd as Algorithm, worldOf("sd", worked)),
    ...more,
  };
};

/** All that pages are made of, as little of it as there can be. */
export const material = (more: Partial<Material> = {}): Material => ({
  root: packageRoot(),
  edition: { version: "1.2.3", commit: "0123456789abcdef", date: "2031-02-03", specs: { sd: "abcdefabcdef" } },
  year: "2031",
  evidence: "2031-02-04",
  algorithms: [described()],
  statements: new Map([["sd_lossless", statement("sd_lossless")]]),
  verdicts: [],
  matrix: [],
  bibliography: {},
  sources: new Sources(packageRoot()),
  ...more,
});
