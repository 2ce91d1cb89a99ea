import { expect, test } from "vitest";
import type { Decoder } from "../../../../src/core/decode/decoder.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import { repeats } from "../../../../src/evidence/claims/contracts/repeats.ts";
import { changed, endless, faithful, tokens } from "./decoders.ts";

/** Answers one token, by the number of the call in its session. */
const byCall = (token: (call: number) => number): Decoder => ({
  id: "by call",
  open: (world) => {
    let call = 0;
    const { open } = changed(() => ({ tokens: tokens(token(++call)) }));
    return open(world);
  },
});

test("the same answer to the same request is no breach, whatever came between", () => {
  expect(repeats(rational, endless, faithful, 1)).toBeUndefined();
  expect(
    repeats(
      rational,
      endless,
      byCall((call) => (call === 2 ? 1 : 0)),
      1,
    ),
  ).toBeUndefined();
});

test("another answer is, even in the last of sixteen sessions", () => {
  const breach = { law: "repeats", at: "a later call", found: '"b"', expected: '"a", as before' };
  expect(
    repeats(
      rational,
      endless,
      byCall((call) => (call === 3 ? 1 : 0)),
      1,
    ),
  ).toEqual(breach);
  let calls = 0;
  expect(
    repeats(
      rational,
      endless,
      byCall(() => (++calls === 48 ? 1 : 0)),
      1,
    ),
  ).toEqual(breach);
});

test("three tokens beyond the lookahead are asked for, so that more than one round is repeated", () => {
  const asked: number[] = [];
  const watched = changed((_, { budget }) => {
    asked.push(budget);
    return {};
  });
  repeats(rational, endless, watched, 1);
  expect(asked).toEqual(new Array(48).fill(5));
});
