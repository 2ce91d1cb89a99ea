import { expect, test } from "vitest";
import { tli } from "../../../src/core/algorithms/tli.ts";
import { tliBlock } from "../../../src/core/algorithms/tli-block.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";
import { emissions, formula, measured } from "./worked.ts";

const even = iid({ a: "1/2", b: "1/2" });

test("q = (1/2, 0, 1/2) on {a, b, c}: q' is surely a; two drafts", () => {
  const world = toyWorld(even, iid({ a: "1/2", b: "0", c: "1/2" }), 2);
  // The mass still owed: after a 1/2, after aa 1/4.
  expect(emissions(world, tliBlock)).toEqual({
    // aa is kept whole with 1/4, then a bonus.
    a·a·a: "1/8",
    a·a·b: "1/8",
    // Of the other 3/4: after a, max(w p - q', 0) = (0, 1/4), kept with (1/4)/(1/4 + 1/2) = 1/3.
    a·b: "1/4",
    // The rest, 1/2, is corrected from max(p - q', 0) = (0, 1/2).
    b: "1/2",
  });
});

test("q = (3/8, 1/8, 1/2): q' = (3/4, 1/4), and two drafts are kept more often jointly than one by one", () => {
  const world = toyWorld(even, iid({ a: "3/8", b: "1/8", c: "1/2" }), 2);
  expect(formula(world, tliBlock)).toBe("3/4");
  // Prefixes are emitted with 1/2 + 1/4 and 1/4 + 3/16 + 1/8 + 1/16; one by one with 3/4 and 9/16.
  expect(measured(world, tliBlock)).toMatchObject({ gap: "0", acceptance: "3/4", expectedTokens: "19/8" });
  expect(measured(world, tli)).toMatchObject({ gap: "0", acceptance: "3/4", expectedTokens: "37/16" });
});

test("no mass on T ∩ D: q' does not exist, nothing is proposed, and the token comes from p", () => {
  const p = { a: "1/3", b: "2/3" };
  const withoutMass = toyWorld(iid(p), iid({ b: "0", c: "1" }), 2);
  expect(emissions(withoutMass, tliBlock)).toEqual(p);
  expect(formula(withoutMass, tliBlock)).toBe("0");
  expect(emissions(toyWorld(iid(p), iid({ c: "1" })), tliBlock)).toEqual(p);
});

test("drafting ends where T ∩ D loses its mass: after a the drafter has only c", () => {
  const drafter = chain({ a: "1/2", c: "1/2" }, { a: { c: "1" } });
  // a is proposed alone, kept with 1/2, then a bonus.
  expect(emissions(toyWorld(even, drafter, 2), tliBlock)).toEqual({ a·a: "1/4", a·b: "1/4", b: "1/2" });
});

test("the stop tokens are shared by their role; an accepted one ends the round without a bonus", () => {
  const world = toyWorld(
    iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }),
    iid({ a: "1/8", "<end>": "3/8", c: "1/2" }, { eos: "<end>" }),
    2,
  );
  // q' = (1/4, 3/4). The mass still owed: after a 1, after a·a 1, after stop and after a·stop 2/3.
  expect(emissions(world, tliBlock)).toEqual({
    // a·a, drafted with 1/16, is kept whole.
    a·a·a: "1/32",
    "a·a·<eos>": "1/32",
    // a·stop, drafted with 3/16: kept whole with 2/3, else stop is corrected to a.
    "a·<eos>": "1/8",
    a·a: "1/16",
    // stop, drafted with 3/4: kept with 2/3, else corrected to a.
    "<eos>": "1/2",
    a: "1/4",
  });
});

const two = toyWorld(iid({ a: "1/2", b: "1/3", d: "1/6" }), iid({ a: "1/5", b: "1/5", c: "3/5" }), 2);

describeWorked(tliBlock, {
  world: two,
  // 4 drafts; each keeps 2, 1 or 0 tokens and draws one of three more.
  paths: 36,
  drafterPasses: [2],
  // min(3/4, 1/4) + min(1/4, 3/4).
  afterPrompt: "1/2",
  // Still owed: after a 1/2, after ab 1/4. ab is kept whole with 1/4; a with 1/3 of the other 3/4, since
  // max(w p - q, 0) = (1/4, 0).
  afterFirst: { a·b·a: "1/8", a·b·b: "1/8", a·a: "1/4", b: "1/2" },
  endsAtStop: true,
});
