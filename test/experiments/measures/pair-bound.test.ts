import { expect, test } from "vitest";
import { slrsPair } from "../../../src/core/algorithms/slrs-pair.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { pairBound } from "../../../src/experiments/measures/pair-bound.ts";
import { tinyWorld } from "../../../src/experiments/worlds/tiny-world.ts";
import { textThenDraft } from "../../../src/testing/proposals.ts";
import { transportOptimum } from "../../../src/testing/transport.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";

test("is the flow through the sets of candidates, listed draft by draft, and no less than the pair accepts", () => {
  const random = stream(22, "pair bound");
  for (let trial = 0; trial < 30; trial++) {
    const world = tinyWorld(trial % 2 === 0 ? "random" : "text", 1 + (trial % 3), random);
    const bound = pairBound(world);
    expect(rational.print(bound)).toBe(rational.print(transportOptimum(world.target.next([]), textThenDraft(world))));
    const accepted = decide(rational, (slrsPair.acceptance as NonNullable<typeof slrsPair.acceptance>)(world));
    expect(rational.compare(accepted, bound)).toBeLessThanOrEqual(0);
  }
});

test("by hand: drafts a and b offer themselves and their text, so that only ab is out of reach", () => {
  const world = toyWorld(iid({ a: "1/2", b: "1/4", ab: "1/4" }), iid({ a: "1/2", b: "1/2" }), 1);
  expect(rational.print(pairBound(world))).toBe("3/4");
});
