import { describe, expect, test } from "vitest";
import { greedyDraft } from "../../../src/core/algorithms/greedy-draft.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";
import { emissions, formula, measured } from "./worked.ts";

describe("p = (1/2, 1/3, 1/6), q = (1/5, 3/5, 1/5), one draft", () => {
  const world = toyWorld(iid({ a: "1/2", b: "1/3", c: "1/6" }), iid({ a: "1/5", b: "3/5", c: "1/5" }));

  test("one round", () => {
    expect(emissions(world, greedyDraft)).toEqual({
      // b is drafted surely and kept with p(b) = 1/3; then a bonus.
      b·a: "1/6",
      b·b: "1/9",
      b·c: "1/18",
      // The other 2/3 are corrected from max(p - 1_b, 0) = (1/2, 0, 1/6).
      a: "1/2",
      c: "1/6",
    });
  });

  test("acceptance: p(b) = 1/3, where sd has 1/5 + 1/3 + 1/6", () => {
    expect(formula(world, greedyDraft)).toBe("1/3");
    expect(measured(world, greedyDraft)).toMatchObject({ gap: "0", acceptance: "1/3", expectedTokens: "4/3" });
  });
});

test("ties go to the earlier token of the drafter", () => {
  const target = iid({ a: "1/4", b: "3/4" });
  expect(formula(toyWorld(target, iid({ a: "1/2", b: "1/2" })), greedyDraft)).toBe("1/4");
  expect(formula(toyWorld(target, iid({ b: "1/2", a: "1/2" })), greedyDraft)).toBe("3/4");
  expect(measured(toyWorld(target, iid({ b: "1/2", a: "1/2" })), greedyDraft).acceptance).toBe("3/4");
});

test("the second draft follows the first, and the prompt: after a the drafter prefers b, after b it prefers a", () => {
  const drafter = chain({ a: "2/3", b: "1/3" }, { a: { a: "1/3", b: "2/3" } });
  const target = iid({ a: "1/2", b: "1/2" });
  expect(emissions(toyWorld(target, drafter, 2), greedyDraft)).toEqual({
    // a·b: each is kept with 1/2, then a bonus.
    a·b·a: "1/8",
    a·b·b: "1/8",
    // b rejected: surely a. a rejected: surely b.
    a·a: "1/4",
    b: "1/2",
  });
  // After the prompt a the draft is b·a.
  expect(emissions(toyWorld(target, drafter, 2, "a"), greedyDraft)).toEqual({
    b·a·a: "1/8",
    b·a·b: "1/8",
    b·b: "1/4",
    a: "1/2",
  });
});

test("a drafted stop token ends the draft; accepted it ends the round without a bonus", () => {
  const world = toyWorld(
    iid({ a: "1/4", "<eos>": "3/4" }, { eos: "<eos>" }),
    iid({ a: "1/3", "<end>": "2/3" }, { eos: "<end>" }),
    2,
  );
  expect(emissions(world, greedyDraft)).toEqual({ "<eos>": "3/4", a: "1/4" });
});

// Each token is likelier than those before it, so that c is the greedy draft whatever a "perhaps likelier" is taken for.
const rising = toyWorld(iid({ a: "1/2", b: "1/3", c: "1/6" }), iid({ a: "1/6", b: "1/3", c: "1/2" }), 2);

describeWorked(greedyDraft, {
  world: rising,
  // c·c: rejected first (3 corrections, the one to c with max(p(c) - 1, 0)), rejected second (3), or never (3 bonus tokens).
  paths: 9,
  drafterPasses: [2],
  // b is drafted, the target has 1/4 for it.
  afterPrompt: "1/4",
  endsAtStop: true,
  oneVocabulary: true,
});
