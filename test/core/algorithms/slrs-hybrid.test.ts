import { describe, expect, test } from "vitest";
import { slrsHybridLooksAtTheDraft } from "../../../fixtures/faults/slrs-hybrid-looks-at-the-draft.ts";
import { slrsHybrid } from "../../../src/core/algorithms/slrs-hybrid.ts";
import { slrsMulti } from "../../../src/core/algorithms/slrs-multi.ts";
import { tli } from "../../../src/core/algorithms/tli.ts";
import { union } from "../../../src/core/algorithms/union.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";
import { afterPrompt, emissions, formula, measured, passes, stopsAtOnce } from "./worked.ts";

const even = iid({ a: "1/2", b: "1/2" });

test("T = {a, b}, D = {a, z}, all 1/2: z is neither shared nor text of T, and a rejection", () => {
  const world = toyWorld(even, iid({ a: "1/2", z: "1/2" }));
  expect(emissions(world, slrsHybrid)).toEqual({ a·a: "1/4", a·b: "1/4", b: "1/2" });
  expect(measured(world, slrsHybrid)).toMatchObject({ gap: "0", acceptance: "1/2", expectedTokens: "3/2" });
});

test("a target that says nothing but stop: drafts without a proposal count for the formula too", () => {
  const world = toyWorld(iid({ ".": "1" }, { eos: "." }), iid({ a: "1/2", ".": "1/2" }, { eos: "." }));
  expect(emissions(world, slrsHybrid)).toEqual({ ".": "1" });
  expect(measured(world, slrsHybrid)).toMatchObject({ gap: "0", acceptance: "1/2" });
  expect(formula(world, slrsHybrid)).toBe("1/2");
});

test("T = {a, b}, D = {a, ba}, all 1/2: the drafted a as it is, the text of ba as b·a", () => {
  const world = toyWorld(even, iid({ a: "1/2", ba: "1/2" }));
  // Ψ(a) = Ψ(b) = 1/2, Q(a|b) = 1: all proposals but a after b are kept.
  expect(emissions(world, slrsHybrid)).toEqual({
    // a (1/2), and a bonus: nothing goes on after it.
    a·a: "1/4",
    a·b: "1/4",
    // b·a (1/2): a is kept with 1/2, then a bonus; else b.
    b·a·a: "1/8",
    b·a·b: "1/8",
    b·b: "1/4",
  });
  expect(measured(world, slrsHybrid)).toMatchObject({ gap: "0", acceptance: "1", expectedTokens: "9/4" });
});

describe("T = {a, b, ab}, D = {a, b, ba}, p = (3/10, 3/10, 2/5), q = (1/2, 1/4, 1/4)", () => {
  const target = iid({ a: "3/10", b: "3/10", ab: "2/5" });
  const drafter = iid({ a: "1/2", b: "1/4", ba: "1/4" });

  test("one draft: words a, b and b·a", () => {
    // Ψ = (1/2, 1/2), Q(a|b) = 1/2: 1 + 3/10 + 3/10 + 3/10 · 3/10.
    expect(measured(toyWorld(target, drafter), slrsHybrid)).toMatchObject({
      gap: "0",
      acceptance: "3/5",
      expectedTokens: "169/100",
    });
  });

  test("two drafts: runs aa, ab, a, ba, bb, b and texts baa, bab, baba", () => {
    const world = toyWorld(target, drafter, 2);
    // Runs: a·a 1/4, a·b 1/8, a 1/8 (then ba), b·a 1/8, b·b 1/16, b 1/16. Texts: b·a·a 1/8, b·ab 1/16, b·ab·a 1/16.
    // Q(.|a) = (1/2, 1/4, 0), Q(.|b) = (1/2, 1/8, 1/4), Q(a|b·a) = Q(a|b·ab) = 1/2. Kept prefixes: a, b 3/10 each;
    // a·x 3/10 · 11/20, b·x 3/10 · 27/40, b·a·a 9/100 · 3/10, b·ab·a 3/40 · 3/10.
    expect(formula(world, slrsHybrid)).toBe("3/5");
    expect(measured(world, slrsHybrid)).toMatchObject({ gap: "0", acceptance: "3/5", expectedTokens: "2017/1000" });
  });
});

describe("T = {a, b}, D = {a, bb}", () => {
  const world = toyWorld(iid({ a: "1/4", b: "3/4" }), iid({ a: "1/4", bb: "3/4" }));
  test("the text reaches b, which no drafted token is", () => {
    expect(formula(world, slrsHybrid)).toBe("1");
    expect(formula(world, union)).toBe("1/4");
    expect(formula(world, tli)).toBe("1/4");
  });
  test("asking first, and judging each kind by the law of all drafts, is lossy", () => {
    // a (1/4) is kept surely, and where bb was drafted (3/4) SLEM draws a with 1/4.
    expect(emissions(world, slrsHybridLooksAtTheDraft.algorithm)).toEqual({ a: "7/16", b: "9/16" });
  });
});

test("a drafted token is proposed as it is, not as a part of the text", () => {
  // The text ab would be one token, which the target never says; a·b is two that it may say.
  const world = toyWorld(iid({ a: "1/2", b: "1/2", ab: "0" }), chain({ a: "1", b: "0" }, { a: { b: "1" } }), 2);
  expect(measured(world, slrsHybrid)).toMatchObject({ gap: "0", acceptance: "1/2", expectedTokens: "7/4" });
  expect(measured(world, slrsMulti)).toMatchObject({ gap: "0", acceptance: "0", expectedTokens: "1" });
});

test("a drafted stop token is proposed by its role, and kept it ends the round", () => {
  const world = toyWorld(
    iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }),
    iid({ a: "1/2", "<end>": "1/2" }, { eos: "<end>" }),
    2,
  );
  expect(emissions(world, slrsHybrid)).toEqual({ "<eos>": "1/2", "a·<eos>": "1/4", "a·a·<eos>": "1/8", a·a·a: "1/8" });
  expect(emissions(stopsAtOnce(), slrsHybrid)).toEqual({ "<eos>": "1/2", a: "1/2" });
});

test("no draft comes after a drafted stop token, however long the lookahead", () => {
  const side = (law: Record<string, string>) => iid(law, { eos: "." });
  const world = toyWorld(side({ a: "1/2", ".": "1/2" }), side({ ".": "1" }), 3);
  // One pass to draft it, and two for its law.
  for (const count of passes(world, slrsHybrid)) expect(count).toEqual({ targetPasses: 1, drafterPasses: 3 });
});

test("nothing the target can spell: no proposal, and the token comes from p", () => {
  const world = toyWorld(iid({ a: "1/3", b: "2/3" }), iid({ c: "1" }), 2);
  expect(emissions(world, slrsHybrid)).toEqual({ a: "1/3", b: "2/3" });
  expect(formula(world, slrsHybrid)).toBe("0");
});

const kinds = toyWorld(iid({ a: "1/4", b: "3/4" }), iid({ a: "1/2", ba: "1/2" }));

describeWorked(slrsHybrid, {
  world: kinds,
  // a: 2 corrections or 2 bonus tokens. b·a: 2 corrections of the first, 2 of the second, or 2 bonus tokens.
  paths: 4 + 6,
  // Drafter passes: one to draft, one for the texts' law and one for the runs'.
  drafterPasses: [3],
  // min(3/4, 1/4) + min(1/4, 3/4).
  afterPrompt: "1/2",
  // a 1/2 as it is; aa·… spells aaaa but for nothing: aa and two more drafts have four letters or more.
  // min(1/3, 1/2) + min(2/3, 1/2).
  // a 1/2; aa·a·aa spells aaaa, aa·a·b proposes a, 1/4 each: min(1/3, 3/4) + min(2/3, 1/4).
  spellings: ["5/6", "7/12"],
});

test("a second draft after the prompt", () => {
  // After a kept a the laws differ as much again, after b they are one: 1 + 1/2 + 1/4 · 1/2 + 1/4.
  expect(measured(afterPrompt(2), slrsHybrid)).toMatchObject({ gap: "0", acceptance: "1/2", expectedTokens: "15/8" });
});
