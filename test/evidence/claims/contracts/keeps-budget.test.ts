import { expect, test } from "vitest";
import { rational } from "../../../../src/core/num/rational.ts";
import { keepsBudget } from "../../../../src/evidence/claims/contracts/keeps-budget.ts";
import { changed, decoder, endless, faithful, stopping, tokens } from "./decoders.ts";

test("every budget to three beyond the lookahead is tried sixteen times, with another randomness each", () => {
  const budgets: number[] = [];
  const watched = changed((_, { budget }) => {
    budgets.push(budget);
    return {};
  });
  expect(keepsBudget(rational, endless, watched, 1)).toBeUndefined();
  expect(budgets).toEqual([1, 2, 3, 4, 5].flatMap((budget) => new Array(16).fill(budget)));
  expect(keepsBudget(rational, stopping, faithful, 1)).toBeUndefined();
});

test("fewer or more tokens than the budget, without a stop token", () => {
  const breach = { law: "budget", at: "budget 1", expected: "1, or a stop token earlier" };
  const fewer = changed(({ tokens }) => ({ tokens: tokens.slice(1) }));
  expect(keepsBudget(rational, endless, fewer, 1)).toEqual({ ...breach, found: "0 tokens" });
  const more = changed((answer) => ({ tokens: [...answer.tokens, ...tokens(0)] }));
  expect(keepsBudget(rational, endless, more, 1)).toEqual({ ...breach, found: "2 tokens" });
  const last = changed((answer, { budget }) => ({
    tokens: answer.tokens.slice(0, 4),
    finish: budget > 4 ? "stop" : "length",
  }));
  expect(keepsBudget(rational, endless, last, 1)?.at).toBe("budget 5");
});

test("more tokens than the budget with a stop token at the end", () => {
  const late = decoder(() => ({ tokens: tokens(0, 2), finish: "stop" }));
  expect(keepsBudget(rational, stopping, late, 1)?.found).toBe("2 tokens");
});

test("tokens after the stop token", () => {
  const on = decoder(() => ({ tokens: tokens(0, 2, 1, 0), finish: "stop" }));
  expect(keepsBudget(rational, stopping, on, 1)).toEqual({
    law: "budget",
    at: "budget 1",
    found: '2 token(s) after the stop token: "a·.·b·a"',
    expected: "nothing after the stop token",
  });
  const first = decoder(() => ({ tokens: tokens(2, 1), finish: "stop" }));
  expect(keepsBudget(rational, stopping, first, 1)?.found).toBe('1 token(s) after the stop token: ".·b"');
});

test("the wrong reason for the end", () => {
  const length = decoder(() => ({ tokens: tokens(2), finish: "length" }));
  expect(keepsBudget(rational, stopping, length, 1)).toEqual({
    law: "budget",
    at: "budget 1",
    found: 'finish "length"',
    expected: '"stop"',
  });
  const stop = changed(() => ({ finish: "stop" }));
  expect(keepsBudget(rational, endless, stop, 1)).toMatchObject({ found: 'finish "stop"', expected: '"length"' });
});
