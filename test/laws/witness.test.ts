import { describe, expect, test } from "vitest";
import { slrs } from "../../src/algorithms/slrs.ts";
import { BudgetExceeded } from "../../src/handlers/budget.ts";
import { findWitness } from "../../src/laws/witness.ts";
import { rational } from "../../src/num/rational.ts";
import { mutant } from "../support/mutant.ts";
import { iid, toyWorld } from "../support/toy-world.ts";

const world = toyWorld(iid({ a: "1/3", ab: "2/3" }), iid({ z: "1/2", a: "1/2" }), 1, "a");

/** Drafts one token and keeps it if the target knows it, without looking at p. */
const credulous = mutant((ask, { target, drafter, shared }, committed) => {
  const kept = shared.toTarget(ask.sample("draft", () => drafter.next([])));
  return [kept ?? ask.sample("target", () => target.next(committed))];
});

test("the sequence that is most over-represented, both probabilities, and the likeliest way there", () => {
  expect(findWitness(rational, world, credulous, 3)).toEqual({
    law: "lossless",
    prompt: "a",
    horizon: 1,
    tokens: "a",
    target: "1/3",
    output: "2/3",
    path: ["draft: a", "with probability 1/2"],
  });
});

test("draws of drafter and target are written in their own tokens, coins as yes and no", () => {
  const flipping = mutant((ask, { field, target }, committed) => {
    ask.flip("accept", () => field.ratio(1n, 5n));
    ask.sample("odd", () => ({ support: ["x"], weight: () => field.one }));
    const drawn = ask.sample("target", () => target.next(committed));
    return [drawn, drawn];
  });
  expect(findWitness(rational, world, flipping, 3)).toMatchObject({
    horizon: 2,
    tokens: "a·a",
    target: "1/9",
    output: "1/3",
    path: ["accept: no", "odd: x", "target: a", "with probability 4/15"],
  });
});

describe("no witness", () => {
  test("where the laws agree", () => expect(findWitness(rational, world, slrs, 4)).toBeUndefined());
  test("where the search would exceed its budget", () => {
    const costly = mutant(() => {
      throw new BudgetExceeded("paths", 7);
    });
    expect(findWitness(rational, world, costly, 3)).toBeUndefined();
  });
  test("where they differ only later than is searched", () => {
    const late = mutant((ask, { target }, committed) =>
      committed.length < 4 ? [ask.sample("target", () => target.next(committed))] : [committed[0] as never],
    );
    expect(findWitness(rational, world, late, 3)).toBeUndefined();
    expect(findWitness(rational, world, late, 4)).toMatchObject({ horizon: 4 });
  });
});
