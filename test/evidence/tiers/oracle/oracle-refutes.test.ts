import { describe, expect, test } from "vitest";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import { union } from "../../../../src/core/algorithms/union.ts";
import { oracleLimits } from "../../../../src/evidence/tiers/oracle/limits.ts";
import { oracleRefutes } from "../../../../src/evidence/tiers/oracle/oracle-refutes.ts";
import { loadOracle } from "../../../../src/system/load-oracle.ts";
import { mutant } from "../../../support/mutant.ts";
import { chain, iid, ratio, toyWorld } from "../../../support/toy-world.ts";

const oracle = await loadOracle();
const half = iid({ a: "1/2", b: "1/2" });
const world = toyWorld(half, iid({ a: "1/4", b: "3/4" }));

/** The target's own law, but "a" for sure after so many tokens. */
const stuckAfter = (tokens: number) =>
  mutant((ask, { target }, committed) => [
    committed.length === tokens ? (0 as never) : ask.sample("target", () => target.next(committed)),
  ]);

describe("a fault", () => {
  test("is told at the shortest generation that shows it, both weights with it", () => {
    expect(oracleRefutes(oracle, world, stuckAfter(0), "sd")).toEqual({
      budget: 1,
      word: [0],
      accepted: undefined,
      proved: ratio("1/2"),
      found: ratio("1"),
    });
    expect(oracleRefutes(oracle, world, stuckAfter(3), "sd")).toMatchObject({ budget: 4, proved: ratio("1/16") });
  });
  test("later than the limits is not", () => {
    expect(oracleRefutes(oracle, world, stuckAfter(4), "sd")).toBeUndefined();
    expect(oracleRefutes(oracle, world, stuckAfter(3), "sd", { ...oracleLimits, budget: 3 })).toBeUndefined();
    expect(oracleRefutes(oracle, world, sd, "sd")).toBeUndefined();
  });
});

describe("nothing can be compared", () => {
  test("with functions that do not exist, or beyond the limits", () => {
    expect(oracleRefutes(oracle, world, stuckAfter(0), "typical")).toBeNull();
    expect(oracleRefutes(oracle, world, stuckAfter(0), "sd", { ...oracleLimits, lookahead: 0 })).toBeNull();
  });
  test("where a question cannot say what the drafter reads: not at all, or not from the second token on", () => {
    const rereads = (lookahead: number) =>
      toyWorld(half, chain({ a: "1/3", b: "1/3", ab: "1/3" }, { b: { a: "1" } }), lookahead);
    expect(oracleRefutes(oracle, rereads(3), union, "union")).toBeNull();
    expect(oracleRefutes(oracle, rereads(2), union, "union")).toBeUndefined();
  });
});
