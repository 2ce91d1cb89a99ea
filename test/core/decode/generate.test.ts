import { expect, test } from "vitest";
import { generate } from "../../../src/core/decode/generate.ts";
import { decide } from "../../../src/core/handlers/decide.ts";
import { rational } from "../../../src/core/num/rational.ts";
import { mutant } from "../../support/mutant.ts";
import { iid, toyWorld } from "../../support/toy-world.ts";

const world = toyWorld(iid({ a: "1/2", b: "1/4", ".": "1/4" }, { eos: "." }), iid({ a: "1" }), 1, "b");

/** Emits b once more than there are tokens, the third time with a stop token. */
const growing = mutant((_ask, _world, committed) => {
  const emitted = committed.map(() => 1);
  return (emitted.length > 3 ? [...emitted, 2] : emitted) as never;
});
const generated = (budget: number) => decide(rational, generate(world, growing, budget));

test("rounds go on until the budget, which cuts off the rest", () => {
  expect(generated(1)).toEqual([1]);
  expect(generated(2)).toEqual([1, 1]);
  expect(generated(3)).toEqual([1, 1, 1]);
  expect(generated(6)).toEqual([1, 1, 1, 1, 1, 1]);
});

test("or until a stop token, which counts", () => {
  expect(generated(8)).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
  expect(generated(100)).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
});

test("a budget of nothing starts no round", () => {
  const never = mutant(() => expect.unreachable());
  expect(decide(rational, generate(world, never, 0))).toEqual([]);
});
