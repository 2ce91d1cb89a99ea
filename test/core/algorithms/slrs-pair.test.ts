import { describe, expect, test } from "vitest";
import { slrsPairMarginalLaw } from "../../../fixtures/faults/slrs-pair-marginal-law.ts";
import { slrsPairOtherOrder } from "../../../fixtures/faults/slrs-pair-other-order.ts";
import { slrs } from "../../../src/core/algorithms/slrs.ts";
import { slrsPair } from "../../../src/core/algorithms/slrs-pair.ts";
import { tli } from "../../../src/core/algorithms/tli.ts";
import { union } from "../../../src/core/algorithms/union.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { textThenDraft } from "../../../src/testing/proposals.ts";
import { transportOptimum } from "../../../src/testing/transport.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions, formula, listingAll, manySpellings, measured, spellingMatters } from "./worked.ts";

describe("T = {a, aa, ab}, D = {a, b}, p = (1/4, 1/4, 1/2), q = (2/3, 1/3), two drafts", () => {
  const p = { a: "1/4", aa: "1/4", ab: "1/2" };
  const world = toyWorld(iid(p), iid({ a: "2/3", b: "1/3" }), 2);

  test("the text is kept with 17/36, else the drafted a with 7/36", () => {
    // ψ(aa) = 4/9, ψ(ab) = 2/9: 1/4 + 2/9 is kept, e = (1/4, 0, 5/18) is owed. aa is rejected with 4/9 - 1/4 after a.
    expect(formula(world, slrsPair)).toBe("2/3");
    expect(measured(world, slrsPair)).toMatchObject({ gap: "0", acceptance: "2/3", expectedTokens: "1" });
    expect(emissions(world, slrsPair)).toEqual({ a: "1/4", aa: "1/4", ab: "1/2" });
  });

  test("more than either candidate alone, and as much as any use of the two", () => {
    expect([slrs, union, tli].map((algorithm) => formula(world, algorithm))).toEqual(["17/36", "1/4", "1/4"]);
    const optimum = transportOptimum(world.target.next([]), textThenDraft(world));
    expect(rational.print(optimum)).toBe("2/3");
  });

  test("the drafted token first: lossless too, 23/36", () => {
    expect(measured(world, slrsPairOtherOrder.algorithm)).toMatchObject({ gap: "0", acceptance: "23/36" });
  });

  test("the second candidate judged as if drawn afresh: 17/152 away", () => {
    // e is normalised to (9/19, 0, 10/19), and q(a) = 2/3: a, drafted whenever aa is rejected (7/36), is kept with 27/38.
    // All that is left comes from norm(max(e - q, 0)), which is ab.
    const wrong = measured(world, slrsPairMarginalLaw.algorithm);
    expect(wrong.gap).toBe("17/152");
    expect(emissions(world, slrsPairMarginalLaw.algorithm)).toEqual({ a: "21/152", aa: "1/4", ab: "93/152" });
  });
});

test("a token that the drafter lists with probability 0 is no candidate, and nothing is divided by its ψ", () => {
  const world = listingAll(toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1" }, { vocabulary: ["a", "b"] })));
  expect(emissions(world, slrsPair)).toEqual({ a: "1/2", b: "1/2" });
  expect(measured(world, slrsPair)).toMatchObject({ gap: "0", acceptance: "1/2" });
});

test("T = D: the two candidates are one token, and the second never helps", () => {
  const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "3/4", b: "1/4" }));
  // a is rejected with 1/4, and then nothing is owed on a.
  expect(emissions(world, slrsPair)).toEqual({ a: "1/2", b: "1/2" });
  expect(measured(world, slrsPair)).toMatchObject({ gap: "0", acceptance: "3/4" });
});

test("p = q: the first candidate is always kept", () => {
  const law = iid({ a: "1/3", b: "2/3" });
  expect(formula(toyWorld(law, law), slrsPair)).toBe("1");
  expect(measured(toyWorld(law, law), slrsPair)).toMatchObject({ gap: "0", acceptance: "1" });
});

test("two drafted a always spell the rare token aa: the drafted a makes up for it", () => {
  const world = toyWorld(iid({ a: "3/4", aa: "1/4" }), iid({ a: "1" }), 2);
  // aa is kept with 1/4; else a, drafted surely, is owed 3/4.
  expect(measured(world, slrsPair)).toMatchObject({ gap: "0", acceptance: "1" });
  expect(measured(world, slrs).acceptance).toBe("1/4");
});

test("a drafted stop token has no text: it is the only candidate", () => {
  const law = { a: "1/2", "<eos>": "1/2" };
  const world = toyWorld(iid(law, { eos: "<eos>" }), iid({ a: "1/4", "<end>": "3/4" }, { eos: "<end>" }));
  // a 1/4; stop is drafted with 3/4, all of it after a missing first candidate: 1/2 is owed.
  expect(emissions(world, slrsPair)).toEqual(law);
  expect(measured(world, slrsPair)).toMatchObject({ gap: "0", acceptance: "3/4" });
  expect(measured(world, slrs).acceptance).toBe("1/4");
});

test("nothing the target can spell: no candidate, and the token comes from p", () => {
  const world = toyWorld(iid({ a: "1/3", b: "2/3" }), iid({ c: "1" }), 2);
  expect(emissions(world, slrsPair)).toEqual({ a: "1/3", b: "2/3" });
  expect(formula(world, slrsPair)).toBe("0");
});

const words = toyWorld(iid({ a: "1/2", b: "1/6", ab: "1/3" }), iid({ a: "3/5", b: "2/5" }), 2);

test("the second candidate's law counts what was rejected after it", () => {
  // ψ = (1/8, 7/8), 19/24 kept, 5/24 of a owed. a is drafted first in 3/8 of aaaa's drafts, of which 5/21 are rejected.
  expect(formula(manySpellings(), slrsPair)).toBe("37/42");
  expect(measured(manySpellings(), slrsPair)).toMatchObject({ gap: "0", acceptance: "37/42" });
  // ψ = (1/2, 1/2), 5/6 kept; what is owed is aaaa only.
  expect(formula(spellingMatters(), slrsPair)).toBe("5/6");
  expect(measured(spellingMatters(), slrsPair)).toMatchObject({ gap: "0", acceptance: "5/6" });
});

describeWorked(slrsPair, {
  world: words,
  // Texts aa, ab, b (settled at once): keep the first, keep the second, or one of three tokens.
  paths: 3 * 5,
  // Drafter passes: its drafts, and where the first is rejected a walk for each of a and b.
  // b or two drafts; ψ walks two texts, "" and a. Only b is ever rejected: λ walks these two for a, and "" for b.
  drafterPasses: [1 + 2, 2 + 2, 1 + 2 + 3],
  // min(3/4, 1/4) + min(1/4, 3/4); b is rejected, and no more of b is owed.
  afterPrompt: "1/2",
});
