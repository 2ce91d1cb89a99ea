import { expect, test } from "vitest";
import { rational } from "../../../../src/core/num/rational.ts";
import { staysInVocabulary } from "../../../../src/evidence/claims/contracts/stays-in-vocabulary.ts";
import { changed, decoder, endless, faithful, stopping, tokens } from "./decoders.ts";

const breach = (found: string) => ({ law: "vocabulary", at: "the prompt", found, expected: "ids below its size" });
const told = (...ids: readonly number[]) =>
  staysInVocabulary(
    rational,
    endless,
    decoder(() => ({ tokens: tokens(...ids) })),
    1,
  );

test("all ids of the vocabulary may be answered", () => {
  expect(staysInVocabulary(rational, stopping, faithful, 1)).toBeUndefined();
  expect(told(0, 1)).toBeUndefined();
});

test("an answered id that is negative, no whole number, or not below the size", () => {
  expect(told(0, 2)).toEqual(breach("the id 2 as a token of the target"));
  expect(told(-1)).toEqual(breach("the id -1 as a token of the target"));
  expect(told(0.5)).toEqual(breach("the id 0.5 as a token of the target"));
});

test("ids put before the models: the target's context and draft, the drafter's context, each with its own size", () => {
  const wide = { ...endless, drafter: stopping.target as never };
  const putting = (put: Parameters<typeof decoder>[0]) => staysInVocabulary(rational, wide, decoder(put), 1)?.found;
  const ask = (question: () => void) => {
    try {
      question();
    } catch {}
    return {};
  };
  expect(putting((_, { target }) => ask(() => target.score(tokens(2), [])))).toBe("the id 2 as a token of the target");
  expect(putting((_, { target }) => ask(() => target.score([], tokens(2))))).toBe("the id 2 as a token of the target");
  expect(putting((_, { drafter }) => ask(() => drafter.next([2 as never])))).toBeUndefined();
  expect(putting((_, { drafter }) => ask(() => drafter.next([3 as never])))).toBe("the id 3 as a token of the drafter");
});

test("two tokens beyond the lookahead are asked for, sixteen times", () => {
  const budgets: number[] = [];
  const watched = changed((_, { budget }) => {
    budgets.push(budget);
    return {};
  });
  staysInVocabulary(rational, endless, watched, 1);
  expect(budgets).toEqual(new Array(16).fill(4));
});
