import { expect, test } from "vitest";
import { autoregressive } from "../../../src/core/algorithms/autoregressive.ts";
import { chain, iid, toyWorld } from "../../support/toy-world.ts";
import { afterPrompt, emissions, formula, measured, passes, symbolically, threeStarts } from "./worked.ts";

// Tokens a, b and a stop token; after a the target surely stops.
const p = { a: "1/3", b: "1/2", "<eos>": "1/6" };
const target = chain(p, { a: { "<eos>": "1" } }, { eos: "<eos>" });
const drafter = iid({ a: "1" });

test("a round is one draw from p", () => {
  expect(emissions(toyWorld(target, drafter), autoregressive)).toEqual(p);
});

test("p reads the prompt: after a only the stop token is left", () => {
  expect(emissions(toyWorld(target, drafter, 1, "a"), autoregressive)).toEqual({ "<eos>": "1" });
});

test("on unknown probabilities: one path for each token", () => {
  expect(symbolically(toyWorld(target, drafter), autoregressive)).toEqual({ paths: 3, wrong: 0 });
});

test("one target pass a round, and no drafter", () => {
  for (const count of passes(toyWorld(target, drafter), autoregressive)) {
    expect(count).toEqual({ targetPasses: 1, drafterPasses: 0 });
  }
});

test("the formula: nothing is drafted, nothing accepted", () => {
  expect(formula(toyWorld(target, drafter), autoregressive)).toBe("0");
  expect(measured(toyWorld(target, drafter), autoregressive)).toMatchObject({ gap: "0", acceptance: "0" });
});

test("rounds start in as many ways as the target tells apart: after a and after b, or one", () => {
  expect(measured(afterPrompt(), autoregressive).contexts).toBe(2);
  expect(measured(threeStarts(), autoregressive).contexts).toBe(1);
});
