import { describe, expect, test } from "vitest";
import type { Algorithm } from "../../../src/core/algorithms/algorithm.ts";
import { autoregressive } from "../../../src/core/algorithms/autoregressive.ts";
import { advance, BadRound, begin, oneRound } from "../../../src/core/decode/position.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { mutant } from "../../support/mutant.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";

const world = toyWorld(iid({ a: "1/4", b: "1/4", ab: "1/4", ".": "1/4" }, { eos: "." }), iid({ a: "1" }), 1, "aba");
const STOP = 3;

test("before the first round the context is T(prompt)", () => {
  expect(begin(world, autoregressive)).toEqual({ context: [2, 0], state: [2, 0], stopped: false });
});

describe("after a round", () => {
  const start = begin(world, autoregressive);
  test("the context has grown, and is the state where the algorithm says so", () => {
    const after = advance(world, autoregressive, start, { emitted: [1, 0] as never });
    expect(after).toEqual({ context: [2, 0, 1, 0], state: [2, 0, 1, 0], stopped: false });
    expect(start.context).toEqual([2, 0]);
  });
  test("else the state is the round's", () => {
    const carrying = { ...autoregressive, stateIsContext: false } as Algorithm;
    expect(advance(world, carrying, start, { emitted: [1] as never, state: "mine" }).state).toBe("mine");
  });
  test("a stop token at its end stops", () => {
    expect(advance(world, autoregressive, start, { emitted: [1, STOP] as never }).stopped).toBe(true);
  });
});

test("without a stop token nothing stops", () => {
  const endless = toyWorld(iid({ a: "1" }), iid({ a: "1" }), 1, "a");
  expect(advance(endless, autoregressive, begin(endless, autoregressive), { emitted: [0] as never }).stopped).toBe(
    false,
  );
});

describe("a round that breaks the rules", () => {
  const round = (emitted: unknown) => {
    const algorithm = mutant(() => emitted as never);
    return () => decide(rational, oneRound(world, algorithm, begin(world, algorithm)));
  };
  test.each([
    ["emits nothing", [], "ended a round without a token"],
    ["emits no list", "a", "ended a round without a token"],
    ["emits a foreign token", [0, 4], "emitted 4; expected a target token, 0 to 3"],
    ["emits a negative number", [-1], "emitted -1"],
    ["emits a fraction", [0.5], "emitted 0.5"],
    ["emits a string", ["0"], "emitted 0"],
    ["emits after the stop token", [0, STOP, 1, 1], "emitted 2 token(s) after the stop token"],
  ])("%s", (_, emitted, message) => {
    expect(round(emitted)).toThrow(BadRound);
    expect(round(emitted)).toThrow(`algorithm "mutant" ${message}`);
  });
  test("returns nothing at all", () => {
    const algorithm = { ...mutant(() => []), round: () => () => undefined as never };
    expect(() => decide(rational, oneRound(world, algorithm, begin(world, algorithm)))).toThrow(BadRound);
  });
  test("is a bad round by name", () => expect(new BadRound("x").name).toBe("BadRound"));
  test("and one that keeps them", () => expect(round([0, 1, STOP])()).toEqual({ emitted: [0, 1, STOP] }));
});
