import { expect, test } from "vitest";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { sdBlock } from "../../../src/core/algorithms/sd-block.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions } from "./worked.ts";

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

describeWorked(sdBlock, {
  world: toyWorld(p, q, 2),
  // 4 drafts; each keeps 2, 1 or 0 tokens and draws one of two more.
  paths: 24,
  drafterPasses: [2],
  // min(3/4, 1/4) + min(1/4, 3/4).
  afterPrompt: "1/2",
  // Still owed: after a 1/2, after ab 1/4. ab is kept whole with 1/4; a with 1/3 of the other 3/4, since
  // max(w p - q, 0) = (1/4, 0).
  afterFirst: { a·b·a: "1/8", a·b·b: "1/8", a·a: "1/4", b: "1/2" },
  endsAtStop: true,
  oneVocabulary: true,
});
