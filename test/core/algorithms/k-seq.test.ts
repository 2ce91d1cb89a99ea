import { describe, expect, test } from "vitest";
import { kSeq } from "../../../src/core/algorithms/k-seq.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions, formula, measured } from "./worked.ts";

const even = { a: "1/2", b: "1/2" };
const letters = toyWorld(iid(even), iid({ a: "3/4", b: "1/4" }), 3);

describe("p = (1/2, 1/2), q = (3/4, 1/4)", () => {
  test("two candidates: p/2 = (1/4, 1/4), so a is kept with 1/3 and b always", () => {
    // β = 1/4 + 1/4; of two candidates one is kept with 1 - 1/2 · 1/2.
    expect(formula(letters, kSeq)).toBe("3/4");
    expect(measured(letters, kSeq)).toMatchObject({ gap: "0", acceptance: "3/4", expectedTokens: "1" });
    // Each token: 1/4 first, 1/8 second, and half of the last 1/4: p - 1/4 · (1 + 1/2) = 1/8.
    expect(emissions(letters, kSeq)).toEqual(even);
  });

  test("one candidate: acceptance is that of sd, 3/4; three: β = 1/6 + 1/6 and 1 - (2/3)³", () => {
    expect(formula({ ...letters, candidates: 1 }, kSeq)).toBe("3/4");
    expect(formula({ ...letters, candidates: 3 }, kSeq)).toBe("19/27");
    for (const [candidates, acceptance] of [
      [1, "3/4"],
      [3, "19/27"],
    ] as const) {
      expect(measured({ ...letters, candidates }, kSeq)).toMatchObject({ gap: "0", acceptance });
    }
  });
});

test("unequal leftovers: p = (1/4, 3/4), q = (1/2, 1/2)", () => {
  const world = toyWorld(iid({ a: "1/4", b: "3/4" }), iid(even));
  // min(q, p/2) = (1/8, 3/8): β = 1/2 and 3/4 is kept. Left: p - 3/2 · (1/8, 3/8) = (1/16, 3/16).
  expect(emissions(world, kSeq)).toEqual({ a: "1/4", b: "3/4" });
  expect(formula(world, kSeq)).toBe("3/4");
});

test("disjoint supports: β = 0, every candidate is looked at, and the token comes from p", () => {
  const world = toyWorld(iid({ a: "1", b: "0" }), iid({ a: "0", b: "1" }));
  expect(emissions(world, kSeq)).toEqual({ a: "1" });
  expect(formula(world, kSeq)).toBe("0");
});

test("a stop token is a candidate like any other", () => {
  const law = { a: "1/2", "<eos>": "1/2" };
  const world = toyWorld(iid(law, { eos: "<eos>" }), iid({ a: "1/4", "<end>": "3/4" }, { eos: "<end>" }));
  expect(emissions(world, kSeq)).toEqual(law);
  expect(measured(world, kSeq).acceptance).toBe("3/4");
});

describeWorked(kSeq, {
  world: letters,
  // 4 pairs of candidates; each keeps the first, or the second, or draws one of two.
  paths: 16,
  // Whatever the lookahead: candidates share one law.
  drafterPasses: [1],
  // p/2 = (3/8, 1/8): β = 1/4 + 1/8, and 1 - 5/8 · 5/8.
  afterPrompt: "39/64",
  oneVocabulary: true,
});
