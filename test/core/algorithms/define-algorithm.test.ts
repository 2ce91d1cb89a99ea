import { expect, test } from "vitest";
import type { Committed } from "../../../src/core/algorithms/algorithm.ts";
import { defineAlgorithm, stateless } from "../../../src/core/algorithms/define-algorithm.ts";
import { promptTokens } from "../../../src/core/algorithms/parts/committed.ts";
import { algorithmOf, algorithms } from "../../../src/core/algorithms/registry.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { world } from "../../../src/core/worlds/described-world.ts";
import { lossless } from "../../../src/evidence/tiers/enumeration/lossless.ts";
import { examined } from "../../../src/evidence/untrusted/examined.ts";

const coins = world({ target: "a 1/3, b 2/3; after a: a 1", drafter: "a 1", prompt: "b" });
const round = stateless("plain", (at, committed) => (ask) => ({
  emitted: [ask.sample("target", () => at.target.next(committed))],
}));
/** It draws its second token from the drafter. */
const alternating = defineAlgorithm<{ committed: Committed; turn: number }>({
  id: "alternating",
  start: (at) => ({ committed: promptTokens(at), turn: 0 }),
  round:
    (at, { committed, turn }) =>
    (ask) => {
      const token =
        turn === 0
          ? ask.sample("target", () => at.target.next(committed))
          : (at.shared.toTarget(ask.sample("draft", () => at.drafter.next([]))) ?? committed[0]);
      const emitted = token === undefined ? [] : [token];
      return { emitted, state: { committed: [...committed, ...emitted], turn: 1 - turn } };
    },
});

test("an algorithm without a state has the prompt's tokens first and is judged in every context", () => {
  expect(round.start(coins)).toEqual([1]);
  expect([round.theorems, round.cite, round.stateIsContext, round.key([1, 0], coins)]).toEqual([[], [], true, "1,0"]);
  for (const judge of [lossless, examined]) {
    expect(judge(rational, coins, round)).toMatchObject({ verdict: "proved", gap: "0" });
  }
});

test("an algorithm with a state is judged in each of its states", () => {
  expect(alternating.key({ turn: 1, committed: [] }, coins)).toBe('{"turn":1,"committed":[]}');
  expect(alternating.stateIsContext).toBeUndefined();
  expect(examined(rational, coins, alternating)).toMatchObject({ verdict: "refuted", witness: { horizon: 2 } });
});

test("parts replace what is filled in", () => {
  const more = defineAlgorithm<number>({
    id: "x",
    theorems: ["t"],
    start: () => 0,
    round: () => () => ({ emitted: [] }),
    key: () => "k",
  });
  expect([more.theorems, more.cite, more.key(0, coins)]).toEqual([["t"], [], "k"]);
});

test("algorithms are found by their ids", () => {
  for (const algorithm of algorithms) expect(algorithmOf(algorithm.id)).toBe(algorithm);
  expect(() => algorithmOf("tlii")).toThrow('found the algorithm "tlii", expected one of autoregressive, sd, ');
});
