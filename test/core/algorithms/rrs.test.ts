import { describe, expect, test } from "vitest";
import { rrs } from "../../../src/core/algorithms/rrs.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions, formula, measured } from "./worked.ts";

const p = { a: "1/2", b: "1/3", c: "1/6" };

describe("p = (1/2, 1/3, 1/6), q = (1/5, 1/5, 3/5)", () => {
  const two = toyWorld(iid(p), iid({ a: "1/5", b: "1/5", c: "3/5" }));

  test("two candidates: 17/30 for the first, 2/5 for the second", () => {
    // min(p, q) = (1/5, 1/5, 1/6): 17/30. Rejected, 13/30: max(p - q, 0) = (9/30, 4/30, 0), p' = (9/13, 4/13, 0).
    // min(p', q) = (1/5, 1/5, 0): 2/5. Both: 1 - 13/30 · 3/5.
    expect(formula(two, rrs)).toBe("37/50");
    expect(measured(two, rrs)).toMatchObject({ gap: "0", acceptance: "37/50", expectedTokens: "1" });
    // a: 1/5 first, 13/30 · 1/5 second, and 32/39 of the last 13/50: p'' = norm(9/13 - 1/5, 4/13 - 1/5).
    expect(emissions(two, rrs)).toEqual(p);
  });

  test("one candidate: acceptance is that of sd", () => {
    const one = { ...two, candidates: 1 };
    expect(formula(one, rrs)).toBe("17/30");
    expect(measured(one, rrs)).toMatchObject({ gap: "0", acceptance: "17/30" });
  });
});

test("three candidates: once p' is a point mass, each further candidate is kept with q(a)", () => {
  const world = { ...toyWorld(iid(p), iid({ a: "1/6", b: "1/3", c: "1/2" })), candidates: 3 };
  // 1/6 + 1/3 + 1/6 = 2/3; then p' is surely a and stays so: 1 - 1/3 · 5/6 · 5/6.
  expect(formula(world, rrs)).toBe("83/108");
  expect(measured(world, rrs)).toMatchObject({ gap: "0", acceptance: "83/108" });
});

test("p = q: the first candidate is always kept, and the residual, which does not exist, is never drawn", () => {
  const same = toyWorld(iid(p), iid(p));
  expect(formula(same, rrs)).toBe("1");
  expect(measured(same, rrs)).toMatchObject({ gap: "0", acceptance: "1" });
});

test("disjoint supports: no candidate is ever kept, and the token comes from p", () => {
  const world = toyWorld(iid({ a: "1", b: "0" }), iid({ a: "0", b: "1" }));
  expect(emissions(world, rrs)).toEqual({ a: "1" });
  expect(formula(world, rrs)).toBe("0");
});

test("a stop token is a candidate like any other", () => {
  const law = { a: "1/2", "<eos>": "1/2" };
  const world = toyWorld(iid(law, { eos: "<eos>" }), iid({ a: "1/4", "<end>": "3/4" }, { eos: "<end>" }));
  // 1/4 + 1/2 first; then a only, kept with 1/4.
  expect(emissions(world, rrs)).toEqual(law);
  expect(measured(world, rrs).acceptance).toBe("13/16");
});

const letters = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "3/4", b: "1/4" }), 3);

describeWorked(rrs, {
  world: letters,
  // 4 pairs of candidates; each keeps the first, or the second, or draws one of two.
  paths: 16,
  // Whatever the lookahead: candidates share one law.
  drafterPasses: [1],
  // 1/4 + 1/4 for the first; then only a is left, kept with 1/4: 1 - 1/2 · 3/4.
  afterPrompt: "5/8",
  oneVocabulary: true,
});
