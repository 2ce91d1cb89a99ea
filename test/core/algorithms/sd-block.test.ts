import { expect, test } from "vitest";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { sdBlock } from "../../../src/core/algorithms/sd-block.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import {
  afterPrompt,
  emissions,
  formula,
  measured,
  passes,
  stopsAtOnce,
  surelyAThenB,
  symbolically,
  threeStarts,
} from "./worked.ts";

const p = iid({ a: "1/2", b: "1/2" });
const q = iid({ a: "3/4", b: "1/4" });

test("with one draft it is sd", () => {
  expect(emissions(toyWorld(p, q), sdBlock)).toEqual(emissions(toyWorld(p, q), sd));
});

test("two drafts: p = (1/2, 1/2), q = (3/4, 1/4)", () => {
  // The mass still owed: after a it is w = (1/2)/(3/4) = 2/3, after aa 4/9, after ab min(1, 2/3 · 2) = 1, after b 1.
  expect(emissions(toyWorld(p, q, 2), sdBlock)).toEqual({
    // aa, drafted with 9/16, is kept whole with 4/9: that is 1/4.
    a·a·a: "1/8",
    a·a·b: "1/8",
    // Of the other 5/16: after a, max(w p - q, 0) = (0, 1/12), so one token is kept with (1/12)/(1/12 + 1/3) = 1/5.
    a·b: "1/16",
    b: "1/4",
    // ab, drafted with 3/16, is always kept whole.
    a·b·a: "3/32",
    a·b·b: "3/32",
    // ba, drafted with 3/16, is kept whole with 2/3, else b is kept and corrected from (0, 1/4).
    b·a·a: "1/16",
    b·a·b: "1/16",
    b·b: "1/16",
    // bb, drafted with 1/16.
    b·b·a: "1/32",
    b·b·b: "1/32",
  });
});

test("on unknown probabilities: every path's formula has the path's weight", () => {
  const { paths, wrong } = symbolically(toyWorld(p, q, 2), sdBlock);
  // 4 drafts; each keeps 2, 1 or 0 tokens and draws one of two more.
  expect({ paths, wrong }).toEqual({ paths: 24, wrong: 0 });
});

test("one target pass and lookahead drafter passes a round", () => {
  for (const count of passes(toyWorld(p, q, 2), sdBlock)) expect(count).toEqual({ targetPasses: 1, drafterPasses: 2 });
});

test("both models read the prompt, and the drafter its own tokens", () => {
  // min(3/4, 1/4) + min(1/4, 3/4).
  expect(formula(afterPrompt(), sdBlock)).toBe("1/2");
  expect(measured(afterPrompt(), sdBlock)).toMatchObject({ gap: "0", acceptance: "1/2", contexts: 2 });
});

test("the second draft follows the first", () => {
  // Still owed: after a 1/2, after ab 1/4. ab is kept whole with 1/4; a with 1/3 of the other 3/4, since
  // max(w p - q, 0) = (1/4, 0).
  expect(emissions(surelyAThenB(), sdBlock)).toEqual({ a·b·a: "1/8", a·b·b: "1/8", a·a: "1/4", b: "1/2" });
});

test("drafting ends at the stop token: one drafter pass", () => {
  for (const count of passes(stopsAtOnce(), sdBlock)) expect(count).toEqual({ targetPasses: 1, drafterPasses: 1 });
});

test("it asks for one vocabulary", () => {
  expect(sdBlock.fits?.(afterPrompt())).toBe(true);
  expect(sdBlock.fits?.(toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1/2", c: "1/2" })))).toBe(false);
});

test("rounds start in three ways where the drafter remembers one token", () => {
  expect(measured(threeStarts(), sdBlock)).toMatchObject({ gap: "0", contexts: 3 });
});
