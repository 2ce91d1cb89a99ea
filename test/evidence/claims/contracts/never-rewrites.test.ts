import { expect, test } from "vitest";
import { rational } from "../../../../src/core/num/rational.ts";
import { neverRewrites } from "../../../../src/evidence/claims/contracts/never-rewrites.ts";
import { decoder, endless, faithful, stopping, tokens } from "./decoders.ts";

/** Answers "a·b" and asks the target after these tokens, the prompt "a" among them. */
const asking = (...contexts: readonly (readonly number[])[]) =>
  decoder((_, { target }) => {
    for (const context of contexts) target.score(tokens(...context), []);
    return { tokens: tokens(0, 1) };
  });
const breach = (asked: string) => ({
  law: "committed ids",
  at: "the prompt",
  found: `the target was asked after "${asked}"`,
  expected: 'a longer and longer beginning of "a·a·b"',
});

test("longer and longer beginnings of prompt and answer are no breach, up to all of it", () => {
  expect(neverRewrites(rational, endless, asking([0], [0, 0], [0, 0, 1]), 1)).toBeUndefined();
  expect(neverRewrites(rational, stopping, faithful, 1)).toBeUndefined();
});

test("a context that is asked again, shrinks, loses the prompt, or has other tokens", () => {
  expect(neverRewrites(rational, endless, asking([0], [0]), 1)).toEqual(breach("a"));
  expect(neverRewrites(rational, endless, asking([0, 0], [0]), 1)).toEqual(breach("a"));
  expect(neverRewrites(rational, endless, asking([]), 1)).toEqual(breach(""));
  expect(neverRewrites(rational, endless, asking([0], [0, 1]), 1)).toEqual(breach("a·b"));
  expect(neverRewrites(rational, endless, asking([0, 0, 1, 0]), 1)).toEqual(breach("a·a·b·a"));
});

test("a context is what it was when it was asked, though the decoder goes on writing into it", () => {
  const growing = decoder((_, { target }) => {
    const context = tokens(0);
    for (const token of tokens(0, 1)) {
      target.score(context, []);
      context.push(token);
    }
    return { tokens: tokens(0, 1) };
  });
  expect(neverRewrites(rational, endless, growing, 1)).toBeUndefined();
});

test("two rounds' worth of tokens are asked for, sixteen times", () => {
  const budgets: number[] = [];
  const counting = decoder(({ budget }) => {
    budgets.push(budget);
    return {};
  });
  neverRewrites(rational, endless, counting, 1);
  expect(budgets).toEqual(new Array(16).fill(6));
});
