import { describe, expect, test } from "vitest";
import { slrs } from "../../../src/core/algorithms/slrs.ts";
import { BudgetExceeded } from "../../../src/core/handlers/budget.ts";
import { dist } from "../../../src/core/law/dist.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { findWitness } from "../../../src/evidence/tiers/witness.ts";
import { mutant } from "../../support/mutant.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";

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

/** Emits tokens with these weights, each in as many sixteenths, whatever was committed. */
const emitting = (...sixteenths: number[]) =>
  mutant((ask, { field }) => [
    ask.sample("emitted", () =>
      dist(
        field,
        sixteenths.map((_, token) => token as never),
        sixteenths.map((share) => field.ratio(BigInt(share), 16n)),
      ),
    ),
  ]);
const quarters = toyWorld(iid({ a: "1/4", b: "1/4", c: "1/4", d: "1/4" }), iid({ a: "1" }));

test("the largest excess, wherever it comes, and the first of several", () => {
  expect(findWitness(rational, quarters, emitting(5, 7, 4, 0), 1)).toMatchObject({ tokens: "b", output: "7/16" });
  expect(findWitness(rational, quarters, emitting(6, 2, 6, 2), 1)).toMatchObject({ tokens: "a", output: "3/8" });
});

test("what the target never says", () => {
  const sure = toyWorld(iid({ a: "1" }, { vocabulary: ["a", "b"] }), iid({ a: "1" }));
  expect(findWitness(rational, sure, emitting(8, 8), 1)).toMatchObject({ tokens: "b", target: "0", output: "1/2" });
});

test("what is said too seldom, where nothing is said too often: mass is lost, and no path leads there", () => {
  expect(findWitness(rational, quarters, emitting(4, 3, 4, 0), 2)).toEqual({
    law: "normalized",
    prompt: "",
    horizon: 1,
    tokens: "d",
    target: "1/4",
    output: "0",
    path: [],
  });
});

describe("the path is the heaviest single run", () => {
  const coin = (chance: bigint) =>
    mutant((ask, { field, target }, committed) => {
      ask.flip("coin", () => field.ratio(chance, 5n));
      return [committed.length === 0 ? ask.sample("target", () => target.next(committed)) : (0 as never)];
    });
  const half = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1" }));
  test.each([
    [1n, "no"],
    [4n, "yes"],
  ])("though others reach the same state: %d/5", (chance, said) => {
    expect(findWitness(rational, half, coin(chance), 2)).toMatchObject({
      tokens: "a·a",
      path: [`coin: ${said}`, "target: a", `coin: ${said}`, "with probability 8/25"],
    });
  });
  test("though the program says that others are equal from there on", () => {
    const merging = mutant((ask, { field }) => {
      ask.flip("coin", () => field.ratio(2n, 3n));
      ask.merge("after the coin", () => "");
      return [0 as never];
    });
    const path = ["coin: yes", "with probability 2/3"];
    expect(findWitness(rational, half, merging, 1)).toMatchObject({ output: "1", path });
  });
  test("the first of several", () => {
    const even = mutant((ask, { field }) => {
      ask.sample("way", () => dist(field, ["left", "right"], [field.ratio(1n, 2n), field.ratio(1n, 2n)]));
      return [0 as never];
    });
    expect(findWitness(rational, half, even, 1)?.path[0]).toBe("way: left");
  });
});

test("what is no token is written as it is, and only what begins with draft is the drafter's", () => {
  const odd = mutant((ask, { field }) => {
    for (const value of [-1, 1.5, 2, 1]) ask.sample("odd", () => dist(field, [value], [field.one]));
    ask.sample("draft 2", () => dist(field, [1], [field.one]));
    ask.sample("redraft", () => dist(field, [1], [field.one]));
    return [0 as never];
  });
  expect(findWitness(rational, world, odd, 1)?.path).toEqual([
    ...["odd: -1", "odd: 1.5", "odd: 2", "odd: ab"],
    ...["draft 2: a", "redraft: ab", "with probability 1"],
  ]);
});

test("an error of the program is its own", () => {
  const broken = mutant(() => {
    throw new TypeError("broken");
  });
  expect(() => findWitness(rational, world, broken, 1)).toThrow("broken");
});

test("no path is told where there are more runs than are searched", () => {
  const flips = mutant((ask, { field }) => {
    for (let flip = 0; flip < 18; flip++) ask.flip("coin", () => field.ratio(1n, 2n));
    return [0 as never];
  });
  expect(findWitness(rational, world, flips, 1)).toMatchObject({ tokens: "a", path: [] });
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
