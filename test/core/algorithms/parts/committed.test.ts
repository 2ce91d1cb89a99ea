import { describe, expect, test } from "vitest";
import {
  drafterContext,
  drafterTextState,
  promptTokens,
  sameTokens,
} from "../../../../src/core/algorithms/parts/committed.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import { chain, iid, toyWorld } from "../../../support/toy-world.ts";

const half = { a: "1/2", b: "1/2" };
const words = { a: "1/3", b: "1/3", ab: "1/3" };
const tokens = (...ids: number[]) => ids as Token<"target">[];
const counting = (period: number): object => {
  const rows = Array.from({ length: period }, (_, position) => ({ position, context: [], next: words }));
  return iid(words, { model: { kind: "markov", order: 0, period, rows } });
};

test("nothing is committed but T(prompt); the drafter reads D of the committed text, without what it cannot spell", () => {
  const world = toyWorld(iid({ ...words, c: "0" }), iid(half), 1, "abca");
  expect(promptTokens(world)).toEqual([2, 3, 0]);
  expect(drafterContext(world, promptTokens(world))).toEqual([0, 1, 0]);
});

test("in one vocabulary the drafter reads the committed tokens, in its own numbers", () => {
  const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ b: "1/2", a: "1/2" }));
  expect(sameTokens(world, tokens(0, 0, 1))).toEqual([1, 1, 0]);
});

describe("the state of the drafter's text", () => {
  const states = (drafter: object, ...committed: number[][]) => {
    const world = toyWorld(iid(half), drafter);
    return new Set(committed.map((ids) => drafterTextState(world, tokens(...ids)))).size;
  };
  test("is one where the drafter remembers nothing, whatever its last letters may still become", () => {
    expect(states(iid(words), [], [0], [1], [0, 1], [0, 0])).toBe(1);
  });
  test("tells positions apart where its laws do: in settled tokens and pending letters", () => {
    // Settled: none; b, after which nothing is pending; b·b, the same position again.
    expect(states(counting(2), [], [1])).toBe(2);
    expect(states(counting(2), [], [1, 1])).toBe(1);
    // A last a may still become ab.
    expect(states(counting(2), [], [0])).toBe(2);
  });
  test("tells last tokens apart where it remembers them", () => {
    expect(states(chain(half, { a: half }), [0], [1])).toBe(2);
    expect(states(chain(half, { a: half }), [0, 1], [1])).toBe(1);
  });
});
