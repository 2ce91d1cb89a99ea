import { expect, test } from "vitest";
import { draftTokens } from "../../../../src/core/algorithms/parts/draft-tokens.ts";
import { verifyTokens } from "../../../../src/core/algorithms/parts/verify-tokens.ts";
import { enumerate } from "../../../../src/core/handlers/enumerate.ts";
import { nothing, pointMass } from "../../../../src/core/law/dist.ts";
import { type Rational, rational } from "../../../../src/core/num/rational.ts";
import type { Ask } from "../../../../src/core/program/program.ts";
import type { Token } from "../../../../src/core/vocab/vocabulary.ts";
import { iid, toyWorld } from "../../../support/toy-world.ts";

const side = (weights: Record<string, string>) => iid(weights, { eos: "." });
const p = { a: "1/2", b: "1/4", ".": "1/4" };

/** What a round emits on each of its paths, and what its last draw is called. */
const paths = (round: (ask: Ask<Rational>) => { emitted: readonly number[]; accepted?: number }) => {
  const found: Record<string, string> = {};
  enumerate(rational, round, ({ emitted, accepted }, _weight, choices) => {
    found[`${emitted}`] = `${accepted} kept, ${choices().at(-1)?.label}`;
  });
  return found;
};

test("the last token is a correction where one was rejected, a bonus where all were kept, and none after the stop", () => {
  const world = toyWorld(side(p), side({ a: "3/4", b: "0", ".": "1/4" }));
  expect(paths((ask) => verifyTokens(ask, world, [], draftTokens(ask, world, [])))).toEqual({
    1: "0 kept, residual",
    "0,0": "1 kept, bonus",
    "0,1": "1 kept, bonus",
    "0,2": "1 kept, bonus",
    2: "1 kept, accept",
  });
});

test("nothing follows a stop token that was kept, even where more was proposed", () => {
  const world = toyWorld(side(p), side(p));
  const tokens = [2, 0] as Token<"target">[];
  const law = (at: number) =>
    at < 2 ? pointMass(rational, tokens[at] as Token<"target">) : nothing<Rational, Token<"target">>(rational);
  // The stop is kept with 1/4; else it is corrected from (1/2, 1/4).
  expect(paths((ask) => verifyTokens(ask, world, [], { tokens, law }))).toEqual({
    2: "1 kept, accept",
    0: "0 kept, residual",
    1: "0 kept, residual",
  });
});
