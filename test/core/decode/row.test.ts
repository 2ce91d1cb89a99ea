import { describe, expect, test } from "vitest";
import type { Algorithm, Committed } from "../../../src/core/algorithms/algorithm.ts";
import { Row } from "../../../src/core/decode/row.ts";
import { serve } from "../../../src/core/decode/serve.ts";
import { rational } from "../../../src/core/num/rational.ts";
import type { Ask } from "../../../src/core/program/program.ts";
import { mutant } from "../../support/mutant.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";

const target = chain({ a: "1/2", b: "1/4", ".": "1/4" }, { a: { a: "1/8", b: "5/8", ".": "1/4" } }, { eos: "." });
const world = toyWorld(target, iid({ a: "1" }), 1, "b");
const ask = undefined as unknown as Ask<typeof rational.zero>;

/** Emits the same in every round after one pass over it, and says that so many were accepted proposals. */
const emitting = (emitted: readonly number[], accepted?: number): Algorithm<Committed> => ({
  ...mutant(() => []),
  round: (here, committed) => () => {
    here.target.score(committed, emitted.slice(1) as never);
    here.target.score(committed, emitted as never);
    return { emitted: emitted as never, ...(accepted === undefined ? {} : { accepted }) };
  },
});

const answerOf = (algorithm: Algorithm<Committed>, budget: number) => {
  const [answer] = serve(algorithm).open(world)([{ ask, prompt: "b", budget }]);
  if (answer === undefined) throw new Error("no answer");
  return answer;
};

describe("an answer reports", () => {
  test("its tokens, up to the budget, and the rounds that they took", () => {
    expect(answerOf(emitting([0, 1]), 5)).toMatchObject({ tokens: [0, 1, 0, 1, 0], rounds: 3, finish: "length" });
    expect(answerOf(emitting([0, 1]), 0)).toMatchObject({ tokens: [], rounds: 0, finish: "length" });
  });
  test("that a stop token ended it, also as its last token, but not one that the budget cut off", () => {
    expect(answerOf(emitting([0, 2]), 9)).toMatchObject({ tokens: [0, 2], rounds: 1, finish: "stop" });
    expect(answerOf(emitting([0, 2]), 2).finish).toBe("stop");
    expect(answerOf(emitting([0, 1, 0, 2]), 9)).toMatchObject({ tokens: [0, 1, 0, 2], finish: "stop" });
    expect(answerOf(emitting([0, 2]), 1)).toMatchObject({ tokens: [0], finish: "length" });
  });
  test("how many of its tokens were accepted proposals: none that was cut off, and none where the round does not say", () => {
    expect(answerOf(emitting([0, 1, 0], 2), 6).accepted).toBe(4);
    expect(answerOf(emitting([0, 1, 0], 2), 4).accepted).toBe(3);
    expect(answerOf(emitting([0, 1, 0]), 6).accepted).toBe(0);
  });
  test("the target's probability of each token, from the last pass before it was emitted", () => {
    // After b: a 1/2. After a: b 5/8. Again after b.
    expect(
      answerOf(emitting([0, 1]), 3)
        .probabilities()
        .map(rational.print),
    ).toEqual(["1/2", "5/8", "1/2"]);
  });
  test("probability 0 where no pass saw the token", () => {
    const blind: Algorithm<Committed> = { ...emitting([0]), round: () => () => ({ emitted: [0, 1] as never }) };
    expect(answerOf(blind, 2).probabilities().map(rational.print)).toEqual(["0", "0"]);
  });
});

describe("a row", () => {
  test("is live until it stops or is at its budget", () => {
    const row = new Row(world, emitting([0, 1]), { ask, prompt: "b", budget: 3 });
    expect([row.live, row.tokens, row.rounds]).toEqual([true, [], 0]);
    row.commit(row.round());
    expect([row.live, row.tokens]).toEqual([true, [0, 1]]);
    row.commit(row.round());
    expect([row.live, row.tokens]).toEqual([false, [0, 1, 0]]);
    const stopping = new Row(world, emitting([2]), { ask, prompt: "b", budget: 3 });
    stopping.commit(stopping.round());
    expect(stopping.live).toBe(false);
  });
  test("starts at the request's own prompt", () => {
    const row = new Row(world, emitting([0]), { ask, prompt: "aab", budget: 1 });
    expect(row.position.context).toEqual([0, 0, 1]);
    expect(world.prompt).toBe("b");
  });
  test("commits less where it is told to", () => {
    const row = new Row(world, emitting([0, 1]), { ask, prompt: "b", budget: 5 });
    row.commit(row.round(), 1);
    expect(row.tokens).toEqual([0]);
  });
});

describe("a session", () => {
  test("gives a request no round once it is done, whatever the others still need", () => {
    const requests = [1, 4, 0, 2].map((budget) => ({ ask, prompt: "b", budget }));
    const answers = serve(emitting([0])).open(world)(requests);
    expect(answers.map(({ rounds }) => rounds)).toEqual([1, 4, 0, 2]);
    expect(answers.map(({ tokens }) => tokens.length)).toEqual([1, 4, 0, 2]);
  });
  test("fits where its algorithm does, everywhere unless that says something", () => {
    expect(serve(emitting([0])).fits?.(world)).toBe(true);
    expect([true, false].map((fits) => serve({ ...emitting([0]), fits: () => fits }).fits?.(world))).toEqual([
      true,
      false,
    ]);
    expect(serve(emitting([0])).id).toBe("mutant");
  });
});
