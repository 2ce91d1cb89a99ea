import { describe, expect, test } from "vitest";
import { slrs } from "../../../src/core/algorithms/slrs.ts";
import { slrsMulti } from "../../../src/core/algorithms/slrs-multi.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";
import { emissions, formula, measured } from "./worked.ts";

const even = iid({ a: "1/2", b: "1/2" });

test("T = {a, b}, D = {a, z}, all 1/2: z is a rejection", () => {
  const world = toyWorld(even, iid({ a: "1/2", z: "1/2" }));
  expect(emissions(world, slrsMulti)).toEqual({
    // a (1/2) is always kept, then a bonus. z (1/2): max(p - Ψ, 0) = (0, 1/2).
    a·a: "1/4",
    a·b: "1/4",
    b: "1/2",
  });
  expect(measured(world, slrsMulti)).toMatchObject({ gap: "0", acceptance: "1/2", expectedTokens: "3/2" });
});

test("T = {a, b}, D = {a, ab}, all 1/2: after a word that could have gone on, the token comes from the residual", () => {
  const world = toyWorld(even, iid({ a: "1/2", ab: "1/2" }));
  // Words a and a·b, 1/2 each: Q(a) = 1, Q(b|a) = 1/2.
  expect(emissions(world, slrsMulti)).toEqual({
    // a is kept with 1/2, else b.
    b: "1/2",
    // Where the word ends at a (1/4): max(p - Q, 0) = (1/2, 0). Drawn from p it would be a·a 1/8, a·b 1/8.
    a·a: "1/4",
    // a·b (1/4): b is always kept, then a bonus.
    a·b·a: "1/8",
    a·b·b: "1/8",
  });
  expect(measured(world, slrsMulti).expectedTokens).toBe("7/4");
});

describe("T = {a, b, ab}, D = {a, b, ba}, p = (3/10, 3/10, 2/5), q = (1/2, 1/4, 1/4)", () => {
  const target = iid({ a: "3/10", b: "3/10", ab: "2/5" });
  const drafter = iid({ a: "1/2", b: "1/4", ba: "1/4" });

  // Drafted twice: Q(.|b) = (1/2, 1/4, 1/4) and Q(a|a) = 1, Q(a|ab) = Q(a|b·a) = Q(a|b·ab) = 1/2.
  test.each([
    [1, "3/5", "169/100"],
    [2, "4/5", "1131/500"],
    [3, "4/5", "112389/40000"],
  ])("%i drafts", (lookahead, acceptance, expectedTokens) => {
    const world = toyWorld(target, drafter, lookahead);
    expect(measured(world, slrsMulti)).toMatchObject({ gap: "0", acceptance, expectedTokens });
    expect(formula(world, slrsMulti)).toBe(acceptance);
  });
});

describe("both remember one token: T = {a, b, ab}, D = {a, b, aa}, two drafts", () => {
  const target = chain(
    { a: "1/3", b: "1/3", ab: "1/3" },
    { a: { a: "3/4", b: "1/4" }, b: { a: "1/5", b: "1/5", ab: "3/5" } },
  );
  const drafter = chain({ a: "1/2", b: "1/4", aa: "1/4" }, { a: { a: "1/3", b: "2/3" }, b: { b: "1/2", aa: "1/2" } });
  const world = toyWorld(target, drafter, 2);

  test("Ψ = (5/12, 1/4, 1/3): min with p is 1/3 + 1/4 + 1/3", () => {
    expect(formula(world, slrsMulti)).toBe("11/12");
    expect(measured(world, slrsMulti)).toMatchObject({ gap: "0", acceptance: "11/12", expectedTokens: "10121/4080" });
  });
});

describe("T = {a, b}, D = {a, b, aa}, q uniform, p = (2/3, 1/3)", () => {
  const target = iid({ a: "2/3", b: "1/3" });
  const drafter = iid({ a: "1/3", b: "1/3", aa: "1/3" });

  test("one draft: words a, b and a·a, 1/3 each: Q = (2/3, 1/3), Q(a|a) = 1/2", () => {
    expect(emissions(toyWorld(target, drafter), slrsMulti)).toEqual({
      // a (2/3) is always kept. Then a·a (1/3), kept, and a bonus; or the word ends (1/3): max(p - Q, 0) = (1/6, 1/3).
      a·a·a: "2/9",
      a·a·b: "1/9",
      a·a: "1/9",
      a·b: "2/9",
      // b (1/3) is always kept, then a bonus.
      b·a: "2/9",
      b·b: "1/9",
    });
    expect(measured(toyWorld(target, drafter), slrsMulti).expectedTokens).toBe("7/3");
  });

  test("two drafts: 31/9 tokens", () => {
    expect(measured(toyWorld(target, drafter, 2), slrsMulti)).toMatchObject({ gap: "0", expectedTokens: "31/9" });
  });
});

test("it is not the best verifier of its word: after a surely b, D = {a, ab} of 1/2 each", () => {
  const target = chain({ a: "1/2", b: "1/2" }, { a: { b: "1" } });
  // a is kept with 1/2, then b surely, and in half of the cases as a proposal with a bonus: 1 + 1/2 + 1/4.
  expect(measured(toyWorld(target, iid({ a: "1/2", ab: "1/2" })), slrsMulti).expectedTokens).toBe("7/4");
});

test("nothing the target can spell: no proposal, and the token comes from p", () => {
  const world = toyWorld(iid({ a: "1/3", b: "2/3" }), iid({ c: "1" }), 2);
  expect(emissions(world, slrsMulti)).toEqual({ a: "1/3", b: "2/3" });
  expect(formula(world, slrsMulti)).toBe("0");
});

test("the drafter's stop token makes the text before it final; the target's is never proposed", () => {
  const world = toyWorld(
    iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }),
    iid({ a: "1/2", "<end>": "1/2" }, { eos: "<end>" }),
    2,
  );
  // Words: none (1/2), a (1/4), a·a (1/4): Q(a) = Q(a|a) = 1/2, so every proposal is kept.
  expect(emissions(world, slrsMulti)).toEqual({
    // No word, or none after a: max(p - Q, 0) is left on stop only.
    "<eos>": "1/2",
    "a·<eos>": "1/4",
    // After a·a nothing more is proposed: a bonus.
    a·a·a: "1/8",
    "a·a·<eos>": "1/8",
  });
});

const two = toyWorld(iid({ a: "1/2", b: "1/6", ab: "1/3" }), iid({ a: "3/5", b: "2/5" }), 2);

test("the first token is accepted as often as with slrs", () => {
  expect(formula(two, slrsMulti)).toBe("23/30");
  expect(measured(two, slrsMulti).acceptance).toBe(measured(two, slrs).acceptance);
});

describeWorked(slrsMulti, {
  world: two,
  // aa, ba, bb propose two tokens: 3 corrections of the first, 3 of the second, or 3 bonus tokens. ab proposes one: 3 + 3.
  paths: 3 * 9 + 6,
  // Drafter passes: two to draft, and for the law of the word one at each text that may go on.
  // "" and a for the first token; for the second one more after b: a and ab were spelt by both drafts or by the second.
  drafterPasses: [2 + 2, 2 + 2 + 1],
  // min(3/4, 1/4) + min(1/4, 3/4).
  afterPrompt: "1/2",
  // min(1/3, 1/8) + min(2/3, 7/8), and min(1/3, 1/2) + min(2/3, 1/2).
  spellings: ["19/24", "5/6"],
});
