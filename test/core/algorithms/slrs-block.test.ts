import { describe, expect, test } from "vitest";
import { slrsBlock } from "../../../src/core/algorithms/slrs-block.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";
import { emissions, formula, measured } from "./worked.ts";

const even = iid({ a: "1/2", b: "1/2" });

test("T = {a, b}, D = {a, z}, all 1/2: z is a rejection", () => {
  const world = toyWorld(even, iid({ a: "1/2", z: "1/2" }));
  // a (1/2): w = 1, nothing more is proposed: kept, then a bonus. z: max(p - Ψ, 0) = (0, 1/2).
  expect(emissions(world, slrsBlock)).toEqual({ a·a: "1/4", a·b: "1/4", b: "1/2" });
  expect(measured(world, slrsBlock)).toMatchObject({ gap: "0", acceptance: "1/2", expectedTokens: "3/2" });
});

test("T = {a, b}, D = {a, ab}, all 1/2", () => {
  const world = toyWorld(even, iid({ a: "1/2", ab: "1/2" }));
  // Words a and a·b, 1/2 each: Q(a) = 1, Q(b|a) = 1/2; w(a) = 1/2, w(a·b) = min(1, 1/2 · 1/2 / (1/2)) = 1/2.
  expect(emissions(world, slrsBlock)).toEqual({
    // a·b is kept whole with w = 1/2, then a bonus: 1/4. Kept with w after a too, a·a would be 5/24.
    a·b·a: "1/8",
    a·b·b: "1/8",
    // Else, at a: max(w p - Q, 0) = (1/4, 0), kept with (1/4)/(1/4 + 1/2) = 1/3, of 1/4 and of the word a's 1/2.
    a·a: "1/4",
    b: "1/2",
  });
  expect(measured(world, slrsBlock).expectedTokens).toBe("7/4");
});

describe("T = {a, b, ab}, D = {a, b, ba}, p = (3/10, 3/10, 2/5), q = (1/2, 1/4, 1/4)", () => {
  const target = iid({ a: "3/10", b: "3/10", ab: "2/5" });
  const drafter = iid({ a: "1/2", b: "1/4", ba: "1/4" });

  test.each([
    [1, "3/5", "169/100"],
    [2, "4/5", "117/50"],
    [3, "4/5", "116331/40000"],
  ])("%i drafts", (lookahead, acceptance, expectedTokens) => {
    const world = toyWorld(target, drafter, lookahead);
    expect(measured(world, slrsBlock)).toMatchObject({ gap: "0", acceptance, expectedTokens });
    expect(formula(world, slrsBlock)).toBe(acceptance);
  });
});

test("both remember one token: T = {a, b, ab}, D = {a, b, aa}, two drafts: 613/240 tokens, token by token 10121/4080", () => {
  const target = chain(
    { a: "1/3", b: "1/3", ab: "1/3" },
    { a: { a: "3/4", b: "1/4" }, b: { a: "1/5", b: "1/5", ab: "3/5" } },
  );
  const drafter = chain({ a: "1/2", b: "1/4", aa: "1/4" }, { a: { a: "1/3", b: "2/3" }, b: { b: "1/2", aa: "1/2" } });
  const world = toyWorld(target, drafter, 2);
  expect(formula(world, slrsBlock)).toBe("11/12");
  expect(measured(world, slrsBlock)).toMatchObject({ gap: "0", acceptance: "11/12", expectedTokens: "613/240" });
});

describe("T = {a, b}, D = {a, b, aa}, q uniform, p = (2/3, 1/3)", () => {
  const target = iid({ a: "2/3", b: "1/3" });
  const drafter = iid({ a: "1/3", b: "1/3", aa: "1/3" });

  test("one draft: words a, b and a·a, 1/3 each: nothing is owed, w = 1 throughout", () => {
    expect(emissions(toyWorld(target, drafter), slrsBlock)).toEqual({
      // a·a (1/3), then a bonus. a (1/3): max(p - Q(.|a), 0) = (1/6, 1/3). b (1/3), then a bonus.
      a·a·a: "2/9",
      a·a·b: "1/9",
      a·a: "1/9",
      a·b: "2/9",
      b·a: "2/9",
      b·b: "1/9",
    });
  });

  test("two drafts: 95/27 tokens", () => {
    expect(measured(toyWorld(target, drafter, 2), slrsBlock)).toMatchObject({ gap: "0", expectedTokens: "95/27" });
  });
});

test("no verifier does better: after a surely b, D = {a, ab} of 1/2 each: two tokens", () => {
  const target = chain({ a: "1/2", b: "1/2" }, { a: { b: "1" } });
  // w(a·b) = min(1, 1/2 · 1 / (1/2)) = 1: a·b is always kept whole, 1/2 · 3. The lone a is never kept: b, 1/2 · 1.
  const world = toyWorld(target, iid({ a: "1/2", ab: "1/2" }));
  expect(emissions(world, slrsBlock)).toEqual({ a·b·a: "1/4", a·b·b: "1/4", b: "1/2" });
  expect(measured(world, slrsBlock).expectedTokens).toBe("2");
});

test("nothing the target can spell: no proposal, and the token comes from p", () => {
  const world = toyWorld(iid({ a: "1/3", b: "2/3" }), iid({ c: "1" }), 2);
  expect(emissions(world, slrsBlock)).toEqual({ a: "1/3", b: "2/3" });
  expect(formula(world, slrsBlock)).toBe("0");
});

test("the drafter's stop token makes the text before it final; the target's is never proposed", () => {
  const world = toyWorld(
    iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }),
    iid({ a: "1/2", "<end>": "1/2" }, { eos: "<end>" }),
    2,
  );
  // Words: none (1/2), a (1/4), a·a (1/4): w = 1 throughout. Where a word ends before a·a, only stop is left.
  expect(emissions(world, slrsBlock)).toEqual({
    "<eos>": "1/2",
    "a·<eos>": "1/4",
    a·a·a: "1/8",
    "a·a·<eos>": "1/8",
  });
});

const two = toyWorld(iid({ a: "1/2", b: "1/6", ab: "1/3" }), iid({ a: "3/5", b: "2/5" }), 2);

describeWorked(slrsBlock, {
  world: two,
  // aa, ba, bb propose two tokens: 2, 1 or 0 are kept and one of three more is drawn. ab proposes one: 3 + 3.
  paths: 3 * 9 + 6,
  // Drafter passes: two to draft, and for the law of the word one at each text that may go on.
  // "" and a for the first token; for the second one more after b: a and ab were spelt by both drafts or by the second.
  drafterPasses: [2 + 2, 2 + 2 + 1],
  // min(3/4, 1/4) + min(1/4, 3/4).
  afterPrompt: "1/2",
  // min(1/3, 1/8) + min(2/3, 7/8), and min(1/3, 1/2) + min(2/3, 1/2).
  spellings: ["19/24", "5/6"],
});
