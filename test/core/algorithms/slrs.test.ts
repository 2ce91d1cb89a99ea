import { describe, expect, test } from "vitest";
import { slrs } from "../../../src/core/algorithms/slrs.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions } from "./worked.ts";

const acceptance = (world: ReturnType<typeof toyWorld>): string =>
  rational.print(decide(rational, slrs.acceptance?.(world) as never));

describe("T = {a, b, ab}, D = {a, b}, q = (3/5, 2/5)", () => {
  const target = iid({ a: "1/2", b: "1/6", ab: "1/3" });
  const drafter = iid({ a: "3/5", b: "2/5" });

  test("two drafts: ψ = (9/25, 2/5, 6/25)", () => {
    // aa begins with a: 9/25. ab is ab: 6/25. b is settled at once: 2/5.
    const world = toyWorld(target, drafter, 2);
    // min(1/2, 9/25) + min(1/6, 2/5) + min(1/3, 6/25) = 9/25 + 1/6 + 6/25.
    expect(acceptance(world)).toBe("23/30");
    expect(emissions(world, slrs)).toEqual({ a: "1/2", b: "1/6", ab: "1/3" });
  });

  test("one draft: ab is out of reach and ψ = (3/5, 2/5, 0)", () => {
    // 1/2 + 1/6; the other third is the residual, surely ab.
    expect(acceptance(toyWorld(target, drafter, 1))).toBe("2/3");
    expect(emissions(toyWorld(target, drafter, 1), slrs)).toEqual({ a: "1/2", b: "1/6", ab: "1/3" });
  });
});

test("a longer draft may be worse: T = {a, aa}, D = {a}, p = (3/4, 1/4)", () => {
  const target = iid({ a: "3/4", aa: "1/4" });
  // One draft proposes a surely, two propose aa surely.
  expect(acceptance(toyWorld(target, iid({ a: "1" }), 1))).toBe("3/4");
  expect(acceptance(toyWorld(target, iid({ a: "1" }), 2))).toBe("1/4");
});

test("no proposal is a rejection: T = {a, b}, D = {a, b, c}, q = (3/4, 0, 1/4)", () => {
  const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "3/4", b: "0", c: "1/4" }));
  // a: drafted with 3/4, kept with 2/3. Rejected, or c drafted: max(p - ψ, 0) = (0, 1/2), surely b.
  // From p after c it would be a with 1/2 + 1/8 = 5/8.
  expect(emissions(world, slrs)).toEqual({ a: "1/2", b: "1/2" });
  expect(acceptance(world)).toBe("1/2");
});

test("nothing the target can spell: ψ = 0 and the residual is p", () => {
  const world = toyWorld(iid({ a: "1/3", b: "2/3" }), iid({ c: "1" }), 2);
  expect(emissions(world, slrs)).toEqual({ a: "1/3", b: "2/3" });
  expect(acceptance(world)).toBe("0");
});

test("the drafter's stop token makes the text before it final; the target's is never proposed", () => {
  const target = iid({ a: "1/4", b: "1/4", ab: "1/4", "<eos>": "1/4" }, { eos: "<eos>" });
  const drafter = iid({ a: "1/2", b: "1/4", "<end>": "1/4" }, { eos: "<end>" });
  const world = toyWorld(target, drafter, 2);
  // a then stop (1/8) and aa (1/4) propose a; ab (1/8) proposes ab; b (1/4) proposes b; stop at once (1/4) nothing:
  // min(1/4, 3/8) + min(1/4, 1/4) + min(1/4, 1/8) = 5/8.
  expect(acceptance(world)).toBe("5/8");
  // The rejected 3/8 are shared by what p has left: ab 1/8 and stop 1/4.
  expect(emissions(world, slrs)).toEqual({ a: "1/4", b: "1/4", ab: "1/4", "<eos>": "1/4" });
});

const two = toyWorld(iid({ a: "1/2", b: "1/6", ab: "1/3" }), iid({ a: "3/5", b: "2/5" }), 2);

describeWorked(slrs, {
  world: two,
  // Drafts aa, ab and b; each is kept, or corrected to one of three tokens.
  paths: 12,
  // Drafter passes are the draft's and those of ψ, each node of the draft tree once.
  // ψ: after nothing, and after a. Drafting: the same, if the first draft is a.
  drafterPasses: [3, 4],
  // min(3/4, 1/4) + min(1/4, 3/4).
  afterPrompt: "1/2",
  // min(1/3, 1/8) + min(2/3, 7/8), and min(1/3, 1/2) + min(2/3, 1/2).
  spellings: ["19/24", "5/6"],
});
