import { expect, test } from "vitest";
import { union } from "../../../src/core/algorithms/union.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { describeWorked } from "../../../src/testing/describe-worked.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";
import { emissions } from "./worked.ts";

test("T = {a, b}, D = {b, c}: c is always rejected, as p(c) = 0", () => {
  const world = toyWorld(iid({ a: "1/4", b: "3/4" }), iid({ b: "1/2", c: "1/2" }));
  expect(emissions(world, union)).toEqual({
    // b: drafted with 1/2, always kept, then a bonus.
    b·a: "1/8",
    b·b: "3/8",
    // c: drafted with 1/2; what is left of p is (1/4, 3/4 - 1/2) = (1/4, 1/4), so the correction is even.
    a: "1/4",
    b: "1/4",
  });
  expect(rational.print(decide(rational, union.acceptance?.(world) as never))).toBe("1/2");
});

const outside = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "3/4", b: "0", c: "1/4" }));

test("a token outside T is a rejection: the correction comes from the residual, not from p", () => {
  expect(emissions(outside, union)).toEqual({
    // a: drafted with 3/4, kept with 2/3.
    a·a: "1/4",
    a·b: "1/4",
    // a rejected (1/4) or c drafted (1/4): max(p - q, 0) = (0, 1/2), surely b.
    b: "1/2",
  });
  // Drawn from p after c, the first token would be a with 1/2 + 1/8 = 5/8.
});

test("disjoint vocabularies: every draft is rejected and p is kept", () => {
  const world = toyWorld(iid({ a: "1/3", b: "2/3" }), iid({ c: "1" }), 2);
  expect(emissions(world, union)).toEqual({ a: "1/3", b: "2/3" });
});

test("the stop tokens are one member of T ∩ D; one that only the drafter has is outside T", () => {
  const stopping = iid({ a: "1/4", "<end>": "3/4" }, { eos: "<end>" });
  const both = toyWorld(iid({ a: "1/2", "<eos>": "1/2" }, { eos: "<eos>" }), stopping);
  expect(emissions(both, union)).toEqual({ a·a: "1/8", "a·<eos>": "1/8", "<eos>": "1/2", a: "1/4" });
  const one = toyWorld(iid({ a: "1/2", b: "1/2" }), stopping);
  // a: 1/4, kept. Stop: rejected; what is left of p is (1/4, 1/2), a third and two thirds of 3/4.
  expect(emissions(one, union)).toEqual({ a·a: "1/8", a·b: "1/8", a: "1/4", b: "1/2" });
});

const two = toyWorld(iid({ a: "1/2", b: "1/3", d: "1/6" }), iid({ a: "1/5", b: "1/5", c: "3/5" }), 2);

describeWorked(union, {
  world: two,
  // First c: 3 corrections (9 paths with any second draft). First a or b: 3 corrections, or kept; then the same again.
  paths: 9 + 2 * (9 + 3 + 2 * (3 + 3)),
  drafterPasses: [2],
  // min(3/4, 1/4) + min(1/4, 3/4).
  afterPrompt: "1/2",
  // a and b are kept with 1/2 each; then a bonus.
  afterFirst: { a·b·a: "1/8", a·b·b: "1/8", a·a: "1/4", b: "1/2" },
  endsAtStop: true,
});
