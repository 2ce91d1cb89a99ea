import { expect, test } from "vitest";
import { rational } from "../../../../src/core/num/rational.ts";
import { breaches, contracts } from "../../../../src/evidence/claims/contracts/contracts.ts";
import { changed, endless, faithful, silent, stopping } from "./decoders.ts";

test("a decoder that keeps every contract has no breach", () => {
  expect(breaches(rational, endless, faithful, 3)).toEqual([]);
  expect(breaches(rational, stopping, faithful, 3)).toEqual([]);
});

test("every broken contract is told, and no other", () => {
  const wrong = changed(({ rounds }) => ({ rounds: rounds + 1, accepted: -1 }));
  expect(breaches(rational, endless, wrong, 3).map(({ law }) => law)).toEqual(["report", "passes"]);
});

test("an error is a breach of the contract under which it was met", () => {
  const breach = { at: "a run", found: "an error: no answer to request 1", expected: "an answer" };
  expect(breaches(rational, endless, silent, 3)).toEqual(Object.keys(contracts).map((law) => ({ law, ...breach })));
});
