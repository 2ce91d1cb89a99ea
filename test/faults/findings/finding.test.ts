import { describe, expect, test } from "vitest";
import { slrsNoProposalFromTarget } from "../../../fixtures/faults/slrs-no-proposal-from-target.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { compare, compared, toyFile } from "../../../src/faults/findings/finding.ts";
import { paperFindings } from "../../../src/faults/findings/paper.ts";

test("a world of two laws", () => {
  expect(toyFile({ a: "1/2", b: "1/2" }, { c: "1" }, 3)).toEqual({
    format: "lossless-world/1",
    name: "T = {a:1/2,b:1/2}, D = {c:1}, lookahead 3",
    prompt: "",
    lookahead: 3,
    target: {
      vocabulary: ["a", "b"],
      eos: null,
      tokenizer: "longest-prefix",
      model: { kind: "markov", order: 0, rows: [], otherwise: { a: "1/2", b: "1/2" } },
    },
    drafter: {
      vocabulary: ["c"],
      eos: null,
      tokenizer: "longest-prefix",
      model: { kind: "markov", order: 0, rows: [], otherwise: { c: "1" } },
    },
  });
  expect(toyFile({ ["x".repeat(300)]: "1" }, { c: "1" }, 1).name).toHaveLength(200);
});

test("the law of a token under the target and under an algorithm, and in two lines", () => {
  const kept = { file: toyFile({ a: "1", b: "0" }, { a: "1/2", b: "1/2" }, 1), algorithm: sd };
  expect(compare(kept).tokens).toEqual([{ token: "a", target: "1", output: "1" }]);
  const file = toyFile({ a: "1/2", b: "1/2" }, { a: "3/4", b: "0", c: "1/4" }, 1);
  const wrong = { file, algorithm: slrsNoProposalFromTarget.algorithm };
  expect(compare(wrong)).toMatchObject({
    tokens: [
      { token: "a", target: "1/2", output: "5/8" },
      { token: "b", target: "1/2", output: "3/8" },
    ],
    verdict: { verdict: "refuted", gap: "1/8" },
  });
  expect(compared(wrong)).toEqual([
    "T = {a:1/2,b:1/2}, D = {a:3/4,b:0,c:1/4}, lookahead 1",
    "target → output: a 1/2 → 5/8, b 1/2 → 3/8; refuted, gap 1/8",
  ]);
});

describe("findings about the paper", () => {
  const of = (id: string): readonly string[] => paperFindings.find((one) => one.id === id)?.counterexample() ?? [];
  test("each is refuted by its own cases", () => {
    const refuted = paperFindings.filter(({ cases }) =>
      cases.some((one) => compare(one).verdict.verdict === "refuted"),
    );
    expect(refuted.map(({ id }) => id)).toEqual(["psi-exact-segmentations", "psi-all-lengths", "no-proposal"]);
    expect(paperFindings.map(({ id, cases }) => [id, cases.length])).toEqual([
      ["psi-exact-segmentations", 1],
      ["psi-all-lengths", 1],
      ["no-proposal", 1],
      ["theorem-3.1-condition", 4],
      ["lemma-3.1-count", 0],
      ["larger-lookahead", 2],
    ]);
    for (const { theorems } of paperFindings) expect(theorems.length).toBeGreaterThan(0);
  });
  test("a letter and a pair: more drafts spell a token than the sum counts", () => {
    expect(of("psi-exact-segmentations")[0]).toBe("T = {a:1/2,b:1/6,ab:1/3}, D = {a:3/5,b:2/5}, lookahead 2");
    expect(of("psi-exact-segmentations")[1]).toMatch(/^target → output: .*; refuted, gap \d+\/\d+$/);
    expect(of("psi-all-lengths")[1]).toMatch(/; refuted, gap \d+\/\d+$/);
    expect(of("no-proposal")[1]).toMatch(/; refuted, gap 1\/8$/);
  });
  test("a point mass and the uniform law: what the printed condition says of neither", () => {
    expect(of("theorem-3.1-condition")).toEqual([
      "a point mass is not uniform, and both accept alike: exact match 1, rejection 1. The condition is: p is no point mass.",
      "the uniform law is uniform, and exact match accepts less: exact match 1/2, rejection 1. The condition is: p is no point mass.",
    ]);
  });
  test("drafts that spell, and drafts that start", () => {
    // ab; a then b. Besides: a with aa, ab, ba and bb behind that begin with b.
    expect(of("lemma-3.1-count")).toEqual([
      "D = {a, b, aa, ab, ba, bb}, t = ab: 2 drafts spell ab exactly, as the lemma counts;",
      "4 shortest drafts have a text that starts with ab, and Theorem 3.2 sums over those.",
    ]);
  });
  test("a longer draft that is accepted less", () => {
    expect(of("larger-lookahead")).toEqual([
      "T = {a:3/4,aa:1/4}, D = {a:1}, lookahead 1: acceptance 3/4",
      "T = {a:3/4,aa:1/4}, D = {a:1}, lookahead 2: acceptance 1/4",
    ]);
  });
});
