import { describe, expect, test } from "vitest";
import { slrsThinned } from "../../../src/core/algorithms/slrs-thinned.ts";
import { begin, oneRound } from "../../../src/core/decode/position.ts";
import type { Dist } from "../../../src/core/law/dist.ts";
import { Thinned } from "../../../src/core/law/thinned.ts";
import { rational } from "../../../src/core/num/rational.ts";
import type { Ask } from "../../../src/core/program/program.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions, formula, measured } from "./worked.ts";

const two = toyWorld(iid({ a: "1/2", b: "1/6", ab: "1/3" }), iid({ a: "3/5", b: "2/5" }), 2);

describe("T = {a, b, ab}, D = {a, b}, q = (3/5, 2/5), two drafts: ψ = (9/25, 2/5, 6/25)", () => {
  test("one round: what slrs emits", () => {
    // min(p, ψ) = (9/25, 1/6, 6/25). The other 7/30 are drawn from p and kept with 1 - ψ/p = (7/25, 0, 7/25):
    // norm(p · keep) = (3/5, 0, 2/5), and 9/25 + 7/30 · 3/5 = 1/2, 6/25 + 7/30 · 2/5 = 1/3.
    expect(emissions(two, slrsThinned)).toEqual({ a: "1/2", b: "1/6", ab: "1/3" });
    expect(formula(two, slrsThinned)).toBe("23/30");
    expect(measured(two, slrsThinned)).toMatchObject({ gap: "0", acceptance: "23/30", expectedTokens: "1" });
  });

  test("the correction is a draw from p that ψ may send back: no law over the whole vocabulary is computed", () => {
    let correction: Dist<unknown, unknown> | undefined;
    const rejecting = {
      sample: (label: string, law: () => Dist<unknown, unknown>) => {
        if (label === "residual") correction = law();
        return 0;
      },
      flip: () => false,
      possible: () => true,
      merge: () => {},
    };
    oneRound(two, slrsThinned, begin(two, slrsThinned))(rejecting as unknown as Ask<typeof two.field.one>);
    expect(correction).toBeInstanceOf(Thinned);
    const { base, keep } = correction as Thinned<typeof two.field.one, unknown>;
    expect(base.support.map((x) => rational.print(base.weight(x)))).toEqual(["1/2", "1/6", "1/3"]);
    expect(base.support.map((x) => rational.print(keep(x)))).toEqual(["7/25", "0", "7/25"]);
  });
});

test("no proposal is a rejection: T = {a, b}, D = {a, b, c}, q = (3/4, 0, 1/4)", () => {
  const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "3/4", b: "0", c: "1/4" }));
  // From p after c it would be a with 1/2 + 1/8 = 5/8; a is sent back, since ψ(a) > p(a).
  expect(emissions(world, slrsThinned)).toEqual({ a: "1/2", b: "1/2" });
  expect(measured(world, slrsThinned).acceptance).toBe("1/2");
});

test("nothing the target can spell: ψ = 0, every draw from p is kept", () => {
  const world = toyWorld(iid({ a: "1/3", b: "2/3" }), iid({ c: "1" }), 2);
  expect(emissions(world, slrsThinned)).toEqual({ a: "1/3", b: "2/3" });
  expect(formula(world, slrsThinned)).toBe("0");
});

test("the drafter's stop token makes the text before it final; the target's is never proposed", () => {
  const target = iid({ a: "1/4", b: "1/4", ab: "1/4", "<eos>": "1/4" }, { eos: "<eos>" });
  const drafter = iid({ a: "1/2", b: "1/4", "<end>": "1/4" }, { eos: "<end>" });
  // ψ = (3/8, 1/4, 1/8), nothing with 1/4: min(1/4, 3/8) + min(1/4, 1/4) + min(1/4, 1/8).
  const world = toyWorld(target, drafter, 2);
  expect(emissions(world, slrsThinned)).toEqual({ a: "1/4", b: "1/4", ab: "1/4", "<eos>": "1/4" });
  expect(measured(world, slrsThinned).acceptance).toBe("5/8");
});

describeWorked(slrsThinned, {
  world: two,
  // Drafts aa, ab and b; each is kept, or corrected to one of three tokens.
  paths: 12,
  // Ψ takes two drafter passes, and drafting one if it begins with b, else two.
  drafterPasses: [3, 4],
  // min(3/4, 1/4) + min(1/4, 3/4).
  afterPrompt: "1/2",
  // min(1/3, 1/8) + min(2/3, 7/8), and min(1/3, 1/2) + min(2/3, 1/2).
  spellings: ["19/24", "5/6"],
});
