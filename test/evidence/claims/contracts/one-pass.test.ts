import { expect, test } from "vitest";
import { rational } from "../../../../src/core/num/rational.ts";
import { onePass } from "../../../../src/evidence/claims/contracts/one-pass.ts";
import { changed, endless, faithful, stopping, tokens } from "./decoders.ts";

test("one pass a round", () => {
  expect(onePass(rational, endless, faithful, 1)).toBeUndefined();
  expect(onePass(rational, stopping, faithful, 1)).toBeUndefined();
});

test("one pass more, and a round that is not told", () => {
  const more = changed((_, __, { target }) => {
    target.next(tokens(0));
    return { rounds: 3 };
  });
  const found = expect.stringMatching(/^[3-7] target passes in 3 rounds$/);
  expect(onePass(rational, endless, more, 1)).toEqual({
    law: "passes",
    at: "the prompt",
    found,
    expected: "one a round",
  });
  const budgets: number[] = [];
  const fewer = changed(({ rounds }, { budget }) => {
    budgets.push(budget);
    return { rounds: budgets.length < 16 ? rounds : rounds - 1 };
  });
  expect(onePass(rational, endless, fewer, 1)?.law).toBe("passes");
  expect(budgets).toEqual(new Array(16).fill(6));
});
