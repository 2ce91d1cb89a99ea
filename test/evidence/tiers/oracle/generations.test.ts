import { expect, test } from "vitest";
import { autoregressive } from "../../../../src/core/algorithms/autoregressive.ts";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import { union } from "../../../../src/core/algorithms/union.ts";
import {
  compareGenerations,
  type ProvedGenerations,
  provedGenerations,
} from "../../../../src/evidence/tiers/oracle/generations.ts";
import { loadOracle } from "../../../../src/system/load-oracle.ts";
import { mutant } from "../../../support/mutant.ts";
import { chain, iid, ratio, toyWorld } from "../../../support/toy-world.ts";

const oracle = await loadOracle();
const generations = provedGenerations(oracle);
const stopping = () => {
  const side = iid({ a: "1/2", ".": "1/2" }, { eos: "." });
  return toyWorld(side, side, 1, "a");
};

test("the law from the prompt to a stop token is compared, whatever the rounds were", () => {
  const world = stopping();
  expect(compareGenerations(generations, world, sd, "sd", 3)).toEqual({ asked: true, difference: undefined });
  expect(compareGenerations(generations, world, autoregressive, "sd", 3)).toEqual({
    asked: true,
    difference: undefined,
  });
  const endless = mutant(() => [0 as never]);
  expect(compareGenerations(generations, world, endless, "sd", 3)).toEqual({
    asked: true,
    difference: { word: [0, 0, 0], accepted: undefined, proved: ratio("1/8"), found: ratio("1") },
  });
});

test("nothing is compared where the question cannot say what the drafter reads", () => {
  const drafter = chain({ a: "1/3", b: "1/3", ab: "1/3" }, { b: { a: "1" } });
  const world = toyWorld(iid({ a: "1/2", b: "1/2" }), drafter, 2);
  for (let again = 0; again < 2; again++) {
    expect(compareGenerations(generations, world, union, "union", 2)).toEqual({ asked: false });
  }
});

test("each question is asked once: of an oracle, about a world, an algorithm and a budget", () => {
  const asked: string[] = [];
  const counting = () => ({
    ...oracle,
    generate: (question: Parameters<typeof oracle.generate>[0]) => {
      asked.push(`${question.algorithm}/${question.budget}`);
      return oracle.generate(question);
    },
  });
  const [one, other] = [counting(), counting()].map(provedGenerations) as [ProvedGenerations, ProvedGenerations];
  const world = stopping();
  for (const ask of [one, one, other]) compareGenerations(ask, world, sd, "sd", 1);
  expect(asked).toEqual(["sd/1", "sd/1"]);
  compareGenerations(one, world, autoregressive, "sd", 1);
  expect(asked).toHaveLength(2);
  compareGenerations(one, world, sd, "sd", 2);
  compareGenerations(one, world, sd, "union", 1);
  compareGenerations(one, stopping(), sd, "sd", 1);
  expect(asked.slice(2)).toEqual(["sd/2", "union/1", "sd/1"]);
});
