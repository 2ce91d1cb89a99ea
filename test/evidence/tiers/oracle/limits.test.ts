import { describe, expect, test } from "vitest";
import {
  beyondLimits,
  generationBudget,
  oracleLimits,
  roundWork,
} from "../../../../src/evidence/tiers/oracle/limits.ts";
import { iid, type Law, toyWorld } from "../../../support/toy-world.ts";

const uniform = (names: string): Law => Object.fromEntries([...names].map((name) => [name, `1/${names.length}`]));
const world = (target: string, drafter: string, lookahead = 2, candidates = 2) => ({
  ...toyWorld(iid(uniform(target)), iid(uniform(drafter)), lookahead),
  candidates,
});

describe("beyond the limits", () => {
  const beyond = (at: ReturnType<typeof world>, algorithm = "sd") => beyondLimits(at, algorithm, oracleLimits);
  test("is a vocabulary of more than six tokens, on either side", () => {
    expect(beyond(world("abcdef", "abcdef"))).toBeUndefined();
    expect(beyond(world("abcdefg", "a"))).toBe("the target has 7 tokens; the oracle compares at most 6");
    expect(beyond(world("a", "abcdefg"))).toBe("the drafter has 7 tokens; the oracle compares at most 6");
  });
  test("is a lookahead of more than three, or as many candidates where those are drawn", () => {
    expect(beyond(world("ab", "ab", 3, 9))).toBeUndefined();
    expect(beyond(world("ab", "ab", 4))).toBe("lookahead 4; the oracle compares at most 3");
    for (const algorithm of ["rrs", "k-seq"]) {
      expect(beyond(world("ab", "ab", 9, 3), algorithm)).toBeUndefined();
      expect(beyond(world("ab", "ab", 1, 4), algorithm)).toBe("4 candidates; the oracle compares at most 3");
    }
  });
});

describe("the work of a round", () => {
  test("is the tokens to the power of drafts and a last one: of the larger vocabulary, or of T ∪ D", () => {
    expect(roundWork(world("ab", "abc", 2), "slem")).toBe(3 ** 3);
    expect(roundWork(world("abcd", "abc", 1), "sd")).toBe(4 ** 2);
    expect(roundWork(world("ab", "bc", 2), "union")).toBe(3 ** 3);
    expect(roundWork(world("ab", "ab", 1, 3), "rrs")).toBe(2 ** 4);
    expect(roundWork(world("abc", "ab", 3), "autoregressive")).toBe(3);
  });
});

describe("the budget of a generation", () => {
  const budget = (generation: number, most: number) =>
    generationBudget(world("ab", "ab", 1), "sd", { ...oracleLimits, generation, budget: most });
  test("is the largest whose rounds, one from every shorter text, fit the work: 4 · (1 + 2 + 4 + …)", () => {
    expect([11, 12, 27, 28].map((generation) => budget(generation, 9))).toEqual([1, 2, 2, 3]);
  });
  test("is at most the limit's, at least one where that allows any", () => {
    expect(budget(1e6, 3)).toBe(3);
    expect(budget(0, 3)).toBe(1);
    expect(budget(1e6, 0)).toBe(0);
  });
});
