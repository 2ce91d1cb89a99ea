import { describe, expect, test } from "vitest";
import { rational } from "../../../../src/core/num/rational.ts";
import { reproducible } from "../../../../src/evidence/claims/contracts/reproducible.ts";
import { decoder, endless, faithful, tokens } from "./decoders.ts";

/** Answers "b" where `differs`, else "a". */
const differing = (differs: (row: number, size: number, budget: number, calls: number) => boolean) => {
  let calls = 0;
  return decoder(({ budget }, _, row, size) => ({ tokens: tokens(differs(row, size, budget, ++calls) ? 1 : 0) }));
};
const found = (wrong: ReturnType<typeof differing>) => reproducible(rational, endless, wrong, 1);
const breach = (at: string) => ({ law: "reproducible", at, found: '"b"', expected: '"a", as alone' });

test("the same answer in every setting is no breach", () => {
  expect(reproducible(rational, endless, faithful, 1)).toBeUndefined();
});

describe("another answer", () => {
  test("when it is run again", () =>
    expect(found(differing((_, __, ___, calls) => calls === 2))).toEqual(breach("run again")));
  test("before another request", () =>
    expect(found(differing((row, size) => size > 1 && row === 0))).toEqual(breach("before another request")));
  test("after another request", () =>
    expect(found(differing((row, size) => size === 2 && row === 1))).toEqual(breach("after another request")));
  test("after a shorter request", () =>
    expect(found(differing((_, size) => size > 2))).toEqual(breach("after a shorter request")));
});

test("the settings are one request twice alone, two in a call, and three of different lengths; sixteen times", () => {
  const asked: number[][] = [];
  const watched = decoder(({ budget }, _, row) => {
    if (row === 0) asked.push([]);
    asked.at(-1)?.push(budget);
    return {};
  });
  expect(reproducible(rational, endless, watched, 1)).toBeUndefined();
  expect(asked).toEqual(new Array(16).fill([[5], [5], [5, 5], [5, 5], [1, 5, 2]]).flat());
});
