import { describe, expect, test } from "vitest";
import type { Algorithm, Committed } from "../../../src/core/algorithms/algorithm.ts";
import { sd } from "../../../src/core/algorithms/sd.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { acceptance } from "../../../src/evidence/claims/acceptance.ts";
import { acceptedMass, measuredAcceptance } from "../../../src/evidence/claims/measured-acceptance.ts";
import { iid, ratio, toyWorld } from "../../support/toy-world.ts";

// Accepted with min(1/2, 1/4) + min(1/2, 3/4) = 3/4.
const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1/4", b: "3/4" }));
const claiming = (claim: Algorithm<Committed>["acceptance"]): Algorithm<Committed> =>
  claim === undefined ? { ...sd, acceptance: undefined as never } : { ...sd, acceptance: claim };

describe("the formula", () => {
  test("that is what a round does", () => expect(acceptance(rational, world, sd)).toBeUndefined());
  test("that is not: both values", () => {
    const wrong = claiming(
      ({ field }) =>
        () =>
          field.ratio(1n, 2n),
    );
    expect(acceptance(rational, world, wrong)).toEqual({
      law: "acceptance",
      at: "the prompt",
      found: "3/4",
      expected: "the formula's 1/2",
    });
  });
  test("that does not exist claims nothing", () => {
    expect(acceptance(rational, world, claiming(undefined))).toBeUndefined();
  });
  test("of an algorithm whose rounds do not say what they accept", () => {
    const silent: Algorithm<Committed> = {
      ...sd,
      round: (here, committed) => (ask) => ({ emitted: sd.round(here, committed)(ask).emitted }),
    };
    expect(acceptance(rational, world, silent)?.found).toBe("a round that does not say what it accepts");
    expect(measuredAcceptance(rational, world, silent)).toBeUndefined();
  });
});

test("the measured acceptance is the mass of the rounds that accept at least one proposal", () => {
  expect(rational.print(measuredAcceptance(rational, world, sd) as typeof rational.zero)).toBe("3/4");
  const outcome = (accepted: number | undefined, weight: string) => ({
    value: { emitted: [], state: "", ...(accepted === undefined ? {} : { accepted }) },
    weight: ratio(weight),
  });
  const mass = (...outcomes: ReturnType<typeof outcome>[]) => {
    const found = acceptedMass(rational, outcomes as never);
    return found && rational.print(found);
  };
  expect(mass(outcome(0, "1/6"), outcome(1, "1/3"), outcome(3, "1/2"))).toBe("5/6");
  expect(mass(outcome(0, "1"))).toBe("0");
  expect(mass(outcome(1, "1/2"), outcome(undefined, "1/2"))).toBeUndefined();
});
