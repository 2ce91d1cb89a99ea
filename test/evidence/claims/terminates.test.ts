import { expect, test } from "vitest";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { terminates } from "../../../src/evidence/claims/terminates.ts";
import { defaultLimits } from "../../../src/evidence/tiers/enumeration/contexts.ts";
import { mutant } from "../../support/mutant.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";

const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1/2", b: "1/2" }));

test("rounds that end and emit are no breach", () => {
  expect(terminates(rational, world, sd, defaultLimits)).toBeUndefined();
});

test("a round that emits nothing is one", () => {
  expect(
    terminates(
      rational,
      world,
      mutant(() => []),
      defaultLimits,
    ),
  ).toEqual({
    law: "terminates",
    at: "a reachable context",
    found: expect.stringContaining("ended a round without a token"),
    expected: "a round that ends",
  });
});

test("a round that goes on beyond the budget counts as one that does not end", () => {
  const endless = mutant((ask, { target }, committed) => {
    while (!ask.flip("enough", () => target.next(committed).weight(0 as never)));
    return [0 as never];
  });
  expect(terminates(rational, world, endless, { ...defaultLimits, paths: 50 })?.found).toContain("budget of 50 paths");
});

test("any other error is the program's own", () => {
  const broken = mutant(() => {
    throw new TypeError("broken");
  });
  expect(() => terminates(rational, world, broken, defaultLimits)).toThrow("broken");
});
