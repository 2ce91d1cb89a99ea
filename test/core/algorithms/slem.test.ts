import { describe, expect, test } from "vitest";
import { slem } from "../../../src/core/algorithms/slem.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions } from "./worked.ts";

const acceptance = (world: ReturnType<typeof toyWorld>): string =>
  rational.print(decide(rational, slem.acceptance?.(world) as never));

describe("T = {a, ab}, D = {a, b}, two drafts, all probabilities 1/2", () => {
  const world = toyWorld(iid({ a: "1/2", ab: "1/2" }), iid({ a: "1/2", b: "1/2" }), 2);

  test("one round", () => {
    // aa (1/4) is tokenised to a·a, ab (1/4) to ab; ba and bb (1/2) begin with what T cannot spell: no proposal.
    expect(emissions(world, slem)).toEqual({
      // Draws that differ at once: ab against a·a (1/8); a against ab (1/8); and half of what has no proposal (1/4).
      ab: "3/8",
      a: "3/8",
      // a·a: the first draw agrees, the second does not.
      a·ab: "1/16",
      // a·a: both agree, then a bonus.
      a·a·a: "1/32",
      a·a·ab: "1/32",
      // ab: it agrees, then a bonus.
      ab·a: "1/16",
      ab·ab: "1/16",
    });
  });

  test("acceptance: p(a) ψ(a) + p(ab) ψ(ab) = 1/8 + 1/8", () => expect(acceptance(world)).toBe("1/4"));
});

test("T = {a, b, ab}, D = {a, b, ba}: the paper's acceptance for one and two drafts", () => {
  const target = iid({ a: "3/10", b: "3/10", ab: "2/5" });
  const drafter = iid({ a: "1/2", b: "1/4", ba: "1/4" });
  // One draft: ψ = (1/2, 1/2, 0), 3/10 · 1/2 + 3/10 · 1/2. Two: ψ = (1/4, 1/2, 1/4).
  expect(acceptance(toyWorld(target, drafter, 1))).toBe("3/10");
  expect(acceptance(toyWorld(target, drafter, 2))).toBe("13/40");
});

test("T = {a, b}, D = {a, b, c}: a draft c proposes nothing", () => {
  const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "3/4", b: "0", c: "1/4" }));
  expect(emissions(world, slem)).toEqual({
    // a proposed (3/4): the target draws a (3/8) and goes on, or draws b (3/8). c (1/4): one draw, 1/8 each.
    a·a: "3/16",
    a·b: "3/16",
    a: "1/8",
    b: "1/2",
  });
});

test("a stop token is never proposed; the text before the drafter's is final, and the target may draw its own", () => {
  const world = toyWorld(
    iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }),
    iid({ a: "1/2", "<end>": "1/2" }, { eos: "<end>" }),
    2,
  );
  expect(emissions(world, slem)).toEqual({
    // Nothing (1/2): one draw. a (1/4) and a·a (1/4): stopping differs from the proposal at once.
    "<eos>": "1/2",
    a: "1/4",
    // a (1/4): drawn, then a bonus: 1/16 each. a·a (1/4): a, then stop: 1/16; a, a, then a bonus: 1/32 each.
    "a·<eos>": "1/8",
    a·a: "1/16",
    a·a·a: "1/32",
    "a·a·<eos>": "1/32",
  });
});

const two = toyWorld(iid({ a: "1/2", b: "1/3", ab: "1/6" }), iid({ a: "2/5", b: "3/5" }), 2);

describeWorked(slem, {
  world: two,
  // aa, ba, bb propose two tokens: 2 + 2 + 3 ends each. ab proposes one: 2 + 3 ends.
  paths: 3 * 7 + 5,
  drafterPasses: [2],
  // 3/4 · 1/4 + 1/4 · 3/4.
  afterPrompt: "3/8",
  endsAtStop: true,
  // 1/3 · 1/8 + 2/3 · 7/8, and 1/3 · 1/2 + 2/3 · 1/2.
  spellings: ["5/8", "1/2"],
});
