import { describe, expect, test } from "vitest";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import { slrs } from "../../../../src/core/algorithms/slrs.ts";
import { union } from "../../../../src/core/algorithms/union.ts";
import { dist } from "../../../../src/core/law/dist.ts";
import { type Rational, rational } from "../../../../src/core/num/rational.ts";
import { tokensOf } from "../../../../src/core/vocab/vocabulary.ts";
import type { World } from "../../../../src/core/worlds/world.ts";
import { ask } from "../../../../src/evidence/tiers/oracle/question.ts";
import { loadOracle } from "../../../../src/system/load-oracle.ts";
import { chain, iid, ratio, toyWorld } from "../../../support/toy-world.ts";

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
    // Not for one round, nor for what was committed before, nor where a round drafts a single token.
    for (const [world, context, budget] of [
      [reads, [], undefined],
      [reads, [0, 1], 1],
      [{ ...reads, lookahead: 1 }, [], 2],
    ] as const) {
      const { question, ambiguous } = ask(world, "union", context as never, budget);
      question.drafter?.([0, 1], []);
      expect(ambiguous()).toBe(false);
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

describe("the fields of a question", () => {
  const thirds = { a: "1/3", b: "1/3", ab: "1/3" };
  const world = { ...toyWorld(iid({ b: "1/4", a: "3/4" }), iid(thirds), 3, "b"), candidates: 5 };
  const stop = (on: boolean, law: Record<string, string>) => iid(law, { eos: on ? "." : null });
  const twoStops = (target: boolean, drafter: boolean) =>
    toyWorld(stop(target, { a: "1/2", ".": "1/2" }), stop(drafter, { a: "1/2", ".": "1/2" }));

  test("are the world's own, and the budget where one is given", () => {
    const { question } = ask(world, "sd", [0 as never]);
    expect(question).toMatchObject({ algorithm: "sd", size: 2, context: [0], lookahead: 3, candidates: 5, stop: null });
    expect(question).not.toHaveProperty("budget");
    expect(ask(world, "sd", [], 7).question.budget).toBe(7);
    for (const id of ["union", "tli", "tli-block"]) expect(ask(world, id, []).question.size).toBe(3);
  });

  test("answer for the target by its law, and surely its first token where the context is none of its own", () => {
    const { target } = ask(world, "union", []).question;
    expect(target([0, 1])).toEqual(["1/4", "3/4", "0"]);
    expect(target([2])).toEqual(["1", "0", "0"]);
  });

  test("name the stop token of either side for T ∪ D, the target's alone elsewhere", () => {
    const stops = (target: boolean, drafter: boolean, id: string) =>
      ask(twoStops(target, drafter), id, []).question.stop;
    expect([stops(true, true, "union"), stops(true, false, "union")]).toEqual([1, 1]);
    expect([stops(false, true, "union"), stops(false, false, "union")]).toEqual([2, null]);
    expect([stops(false, true, "sd"), stops(true, true, "sd")]).toEqual([null, 1]);
  });

  test("for texts: the drafter in its own tokens after the committed text, what its tokens are to the target, T(text)", () => {
    for (const id of ["slem", "slrs", "slrs-thinned", "slrs-multi", "slrs-block", "slrs-hybrid", "slrs-pair"]) {
      const asked = ask(world, id, []);
      expect(asked.question).toMatchObject({ size: 2, drafterSize: 3, drafterStop: null, shared: [1, 0, null] });
      expect(asked.ambiguous()).toBe(false);
    }
    const drafter = chain(thirds, { ab: { a: "1" }, b: { ab: "1" } });
    const { question } = ask(toyWorld(iid({ b: "1/4", a: "3/4" }), drafter), "slem", []);
    expect(question.retokenise?.([2, 0])).toEqual([1, 0, 1]);
    expect(question.drafter?.([], [1, 0])).toEqual(["1", "0", "0"]);
    expect(question.drafter?.([1], [1, 0])).toEqual(["0", "0", "1"]);
    expect(question.drafter?.([], [])).toEqual(["1/3", "1/3", "1/3"]);
    expect(ask(twoStops(false, true), "slem", []).question.drafterStop).toBe(1);
  });

  test("for one vocabulary: the drafter after the same tokens, surely its first where one of them is none of its own", () => {
    const drafter = chain({ b: "1/2", a: "1/2" }, { a: { b: "1/4", a: "3/4" } });
    const { question, ambiguous } = ask(toyWorld(iid({ a: "1/2", b: "1/2" }), drafter), "sd", []);
    expect(question.drafter?.([1, 0], [])).toEqual(["3/4", "1/4"]);
    expect(question.drafter?.([2], [])).toEqual(["0", "1"]);
    expect(ambiguous()).toBe(false);
    expect(ask(toyWorld(iid({ a: "1" }), iid({ a: "1" })), "greedy-draft", []).ambiguous()).toBe(false);
  });

  test("for T ∪ D: the drafter after D(committed text) and its drafts; no text is read after a stop token", () => {
    const drafter = chain({ z: "1/4", a: "1/4", ab: "1/2" }, { ab: { z: "1" }, a: { a: "1" } });
    const target = iid({ a: "1/2", b: "1/4", ".": "1/4" }, { eos: "." });
    const { question } = ask(toyWorld(target, drafter, 2), "union", [0, 1] as never);
    expect(question.drafterTokens).toEqual([0, 3, 4]);
    expect(question.drafter?.([0, 1], [])).toEqual(["0", "0", "0", "1", "0"]);
    expect(question.drafter?.([0, 1, 0], [])).toEqual(["1", "0", "0", "0", "0"]);
    expect(question.drafter?.([0, 2], [])).toEqual(["0", "0", "0", "1", "0"]);
    expect(question.drafter?.([0, 3], [])).toEqual(["0", "0", "0", "1", "0"]);
    expect(question.drafter?.([0, 1, 1], [])).toEqual(["0", "0", "0", "1", "0"]);
  });
});
