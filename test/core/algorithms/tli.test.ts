import { describe, expect, test } from "vitest";
import { tli } from "../../../src/core/algorithms/tli.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions, listingAll } from "./worked.ts";

const acceptance = (world: ReturnType<typeof toyWorld>): string =>
  rational.print(decide(rational, tli.acceptance?.(world) as never));

describe("T = {a, b}, D = {a, b, c}, q uniform: q' = (1/2, 1/2)", () => {
  const uniform = iid({ a: "1/3", b: "1/3", c: "1/3" });

  test("p = (1/2, 1/2): all is kept", () => {
    const world = toyWorld(iid({ a: "1/2", b: "1/2" }), uniform);
    expect(emissions(world, tli)).toEqual({ a·a: "1/4", a·b: "1/4", b·a: "1/4", b·b: "1/4" });
    expect(acceptance(world)).toBe("1");
  });

  test("p = (9/10, 1/10): acceptance 1/2 + 1/10 = 3/5, where union has 13/30", () => {
    const world = toyWorld(iid({ a: "9/10", b: "1/10" }), uniform);
    expect(acceptance(world)).toBe("3/5");
    expect(emissions(world, tli)).toEqual({
      // a: drafted with 1/2, always kept.
      a·a: "9/20",
      a·b: "1/20",
      // b: drafted with 1/2, kept with (1/10)/(1/2) = 1/5: that is 1/10.
      b·a: "9/100",
      b·b: "1/100",
      // b rejected, 4/10: max(p - q', 0) = (4/10, 0).
      a: "2/5",
    });
  });
});

test("q = (3/4, 0, 1/4): q' is surely a, and what p has left is b", () => {
  const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "3/4", b: "0", c: "1/4" }));
  expect(emissions(world, tli)).toEqual({ a·a: "1/4", a·b: "1/4", b: "1/2" });
});

test("no mass on T ∩ D: q' does not exist, nothing is proposed, and the token comes from p", () => {
  const p = { a: "1/3", b: "2/3" };
  const withoutMass = toyWorld(iid(p), iid({ b: "0", c: "1" }), 2);
  expect(emissions(withoutMass, tli)).toEqual(p);
  expect(acceptance(withoutMass)).toBe("0");
  expect(emissions(listingAll(withoutMass), tli)).toEqual(p);
  expect(acceptance(listingAll(withoutMass))).toBe("0");
  expect(emissions(toyWorld(iid(p), iid({ c: "1" })), tli)).toEqual(p);
});

test("the stop tokens are shared by their role; an accepted one ends the round without a bonus", () => {
  const world = toyWorld(
    iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }),
    iid({ a: "1/8", "<end>": "3/8", c: "1/2" }, { eos: "<end>" }),
  );
  // q' = (1/4, 3/4): a is kept; stop is kept with 2/3, else corrected to a.
  expect(emissions(world, tli)).toEqual({ a·a: "1/8", "a·<eos>": "1/8", "<eos>": "1/2", a: "1/4" });
});

const two = toyWorld(iid({ a: "1/2", b: "1/3", d: "1/6" }), iid({ a: "1/5", b: "1/5", c: "3/5" }), 2);

describeWorked(tli, {
  world: two,
  // 4 drafts; each is rejected first (3 corrections), second (3), or never (3 bonus tokens).
  paths: 36,
  drafterPasses: [2],
  // min(3/4, 1/4) + min(1/4, 3/4).
  afterPrompt: "1/2",
  // a and b are kept with 1/2 each; then a bonus.
  afterFirst: { a·b·a: "1/8", a·b·b: "1/8", a·a: "1/4", b: "1/2" },
  endsAtStop: true,
});
