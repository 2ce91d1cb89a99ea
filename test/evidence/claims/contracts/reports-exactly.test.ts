import { expect, test } from "vitest";
import { rational } from "../../../../src/core/num/rational.ts";
import { reportsExactly } from "../../../../src/evidence/claims/contracts/reports-exactly.ts";
import { changed, decoder, endless, faithful, stopping, tokens } from "./decoders.ts";

test("the target's own probabilities are no breach, with as many accepted as there are tokens or none", () => {
  expect(reportsExactly(rational, stopping, faithful, 1)).toBeUndefined();
  expect(
    reportsExactly(
      rational,
      endless,
      changed(({ tokens }) => ({ accepted: tokens.length })),
      1,
    ),
  ).toBeUndefined();
  expect(
    reportsExactly(
      rational,
      endless,
      changed(() => ({ accepted: 0 })),
      1,
    ),
  ).toBeUndefined();
});

test("more accepted proposals than tokens, and fewer than none", () => {
  const breach = { law: "report", at: 'after "a"', expected: "at most the tokens" };
  const more = changed(({ tokens }) => ({ accepted: tokens.length + 1 }));
  expect(reportsExactly(rational, endless, more, 1)).toEqual({ ...breach, found: "5 accepted of 4 tokens" });
  const none = changed(() => ({ accepted: -1 }));
  expect(reportsExactly(rational, endless, none, 1)).toEqual({ ...breach, found: "-1 accepted of 4 tokens" });
});

test("a probability too few, or too many", () => {
  const fewer = changed((answer) => ({ probabilities: () => answer.probabilities().slice(1) }));
  expect(reportsExactly(rational, endless, fewer, 1)).toEqual({
    law: "report",
    at: 'after "a"',
    found: "3 probabilities",
    expected: "one for each of 4 tokens",
  });
  const more = changed((answer) => ({ probabilities: () => [...answer.probabilities(), ...answer.probabilities()] }));
  expect(reportsExactly(rational, endless, more, 1)?.found).toBe("8 probabilities");
});

test("the probability after another context, in the last of sixteen answers", () => {
  let answers = 0;
  const stale = decoder((_, { field, target }) => ({
    tokens: tokens(1, 1),
    probabilities: () => [
      field.ratio(1n, 2n),
      ++answers < 16 ? target.next(tokens(1)).weight(1 as never) : field.ratio(1n, 2n),
    ],
  }));
  expect(reportsExactly(rational, endless, stale, 1)).toEqual({
    law: "report",
    at: 'after "a·b"',
    found: "probability 1/2",
    expected: "3/4",
  });
  expect(answers).toBe(16);
});
