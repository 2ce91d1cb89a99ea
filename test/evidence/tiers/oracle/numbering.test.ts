import { expect, test } from "vitest";
import { numbering } from "../../../../src/evidence/tiers/oracle/numbering.ts";
import { iid, toyWorld } from "../../../support/toy-world.ts";

test("the target's tokens keep their numbers, those of the drafter alone follow in its order", () => {
  const third = "1/3";
  const world = toyWorld(iid({ a: third, b: third, c: third }), iid({ z: "1/4", c: "1/4", y: "1/4", a: "1/4" }));
  const { size, targetTokens, drafterTokens, ofDrafter, toTarget, toDrafter } = numbering(world);
  expect({ size, targetTokens, drafterTokens }).toEqual({
    size: 5,
    targetTokens: [0, 1, 2],
    drafterTokens: [0, 2, 3, 4],
  });
  expect([0, 1, 2, 3].map((token) => ofDrafter(token as never))).toEqual([3, 2, 4, 0]);
  expect([0, 1, 2, 3, 4].map(toTarget)).toEqual([0, 1, 2, undefined, undefined]);
  expect([0, 1, 2, 3, 4].map(toDrafter)).toEqual([3, undefined, 1, 0, 2]);
});
