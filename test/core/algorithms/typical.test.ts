import { expect, test } from "vitest";
import { typical } from "../../../src/core/algorithms/typical.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";
import { emissions, formula, measured } from "./worked.ts";

const even = iid({ a: "1/2", b: "1/2" });

test("p = (91/100, 9/100), q = (1/2, 1/2): 9/100 is not more than 9/100", () => {
  const world = toyWorld(iid({ a: "91/100", b: "9/100" }), even);
  expect(emissions(world, typical)).toEqual({
    // a: drafted with 1/2, always kept, then a bonus from p.
    a·a: "91/200",
    a·b: "9/200",
    // b: never kept; the token is drawn from p.
    a: "91/200",
    b: "9/200",
  });
  // The first token is a with 1/2 + 91/200 = 191/200 instead of 182/200: lossy.
  expect(measured(world, typical)).toMatchObject({ acceptance: "1/2", expectedTokens: "3/2" });
  expect(measured(world, typical).gap).not.toBe("0");
});

test("it claims neither to be lossless nor a formula for its acceptance", () => {
  expect(typical.lossless).toBe(false);
  expect(formula(toyWorld(even, even), typical)).toBeUndefined();
});

test("each draft is judged, and corrected, after those before it: after a the target surely repeats a", () => {
  const world = toyWorld(chain({ a: "1/2", b: "1/2" }, { a: { a: "1" } }), even, 2);
  expect(emissions(world, typical)).toEqual({
    // aa, ba and bb are kept whole, a quarter each, then a bonus.
    a·a·a: "1/4",
    b·a·a: "1/4",
    b·b·a: "1/8",
    b·b·b: "1/8",
    // ab: b is not likely after a.
    a·a: "1/4",
  });
});

test("a drafted stop token ends the draft; kept it ends the round without a bonus", () => {
  const world = toyWorld(
    iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }),
    iid({ a: "1/4", "<end>": "3/4" }, { eos: "<end>" }),
  );
  expect(emissions(world, typical)).toEqual({ "<eos>": "3/4", a·a: "1/8", "a·<eos>": "1/8" });
  expect(measured(world, typical)).toMatchObject({ acceptance: "1", expectedTokens: "5/4" });
});

const letters = toyWorld(even, iid({ a: "3/4", b: "1/4" }), 2);

test("drafts are judged after the prompt: after a only a is likely", () => {
  const world = toyWorld(chain({ a: "1/2", b: "1/2" }, { a: { a: "1" } }), even, 1, "a");
  expect(emissions(world, typical)).toEqual({ a·a: "1/2", a: "1/2" });
});

describeWorked(typical, {
  world: letters,
  // 4 drafts, all kept; a bonus of two.
  paths: 8,
  drafterPasses: [2],
  // Every draft is kept, b with 3/4; then a bonus.
  afterPrompt: { a·a: "3/16", a·b: "1/16", b·a: "3/8", b·b: "3/8" },
  afterFirst: { a·b·a: "1/2", a·b·b: "1/2" },
  endsAtStop: true,
  oneVocabulary: true,
});
