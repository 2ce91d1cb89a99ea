import { describe, expect, test } from "vitest";
import { sd } from "../../../src/algorithms/sd.ts";
import { slrs } from "../../../src/algorithms/slrs.ts";
import { union } from "../../../src/algorithms/union.ts";
import { loadOracle } from "../../../src/cli/load-oracle.ts";
import { dist } from "../../../src/dist/dist.ts";
import { ask } from "../../../src/laws/oracle/question.ts";
import { type Rational, rational } from "../../../src/num/rational.ts";
import { tokensOf } from "../../../src/vocab/vocabulary.ts";
import type { World } from "../../../src/worlds/world.ts";
import { chain, iid, ratio, toyWorld } from "../../support/toy-world.ts";

const oracle = await loadOracle();

describe("a world as a question", () => {
  test("numbers the tokens of T ∪ D, the target's first", () => {
    const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ c: "1/4", b: "1/4", a: "1/2" }), 2);
    const { question } = ask(world, "tli", []);
    expect(question).toMatchObject({ size: 3, targetTokens: [0, 1], drafterTokens: [0, 1, 2], stop: null });
    expect(question.target([0, 1])).toEqual(["1/2", "1/2", "0"]);
    expect(question.drafter?.([0, 2], [])).toEqual(["1/2", "1/4", "1/4"]);
    expect(oracle.round({ ...question, lookahead: 1 })).toEqual(
      [
        { weight: "1/4", accepted: 1, word: [0, 0] },
        { weight: "1/4", accepted: 1, word: [0, 1] },
        { weight: "1/6", accepted: 1, word: [1, 0] },
        { weight: "1/6", accepted: 1, word: [1, 1] },
        { weight: "1/6", accepted: 0, word: [1] },
      ].sort((x, y) => x.word.join().localeCompare(y.word.join())),
    );
  });

  test("gives greedy drafting the likeliest token, ties to the earlier one", () => {
    const world = toyWorld(iid({ a: "1/3", b: "1/3", c: "1/3" }), iid({ a: "1/5", b: "2/5", c: "2/5" }));
    expect(ask(world, "greedy-draft", []).question.drafter?.([], [])).toEqual(["0", "1", "0"]);
  });

  test("knows when a generation cannot say where a round began", () => {
    const target = iid({ a: "1/2", b: "1/2" });
    const reads = toyWorld(target, chain({ a: "1/3", b: "1/3", ab: "1/3" }, { b: { a: "1" } }), 2);
    for (const [world, expected] of [
      [reads, true],
      [toyWorld(target, iid({ a: "1/3", b: "1/3", ab: "1/3" }), 2), false],
    ] as const) {
      const { question, ambiguous } = ask(world, "union", [], 2);
      oracle.generate(question);
      expect(ambiguous()).toBe(expected);
    }
  });

  test("refuses rows that do not sum to 1, on either side", () => {
    const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1/2", b: "1/2" }));
    const short = <M extends World<Rational>["target"] | World<Rational>["drafter"]>(model: M): M => ({
      ...model,
      next: () => dist(rational, tokensOf(model.tokenizer.vocabulary as never), [ratio("1/2"), ratio("1/3")]),
    });
    for (const bad of [
      { ...world, target: short(world.target) },
      { ...world, drafter: short(world.drafter) },
    ]) {
      for (const { id } of [sd, union, slrs]) {
        expect(() => oracle.round(ask(bad, id, []).question)).toThrow(/sums to 5\/6, not 1/);
      }
    }
  });
});
