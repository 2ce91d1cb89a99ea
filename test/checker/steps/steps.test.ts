import { expect, test } from "vitest";
import { batchMates } from "../../../src/checker/steps/batch-mates.ts";
import type { StepContext } from "../../../src/checker/steps/context.ts";
import { replay } from "../../../src/checker/steps/replay.ts";
import { reproducible } from "../../../src/checker/steps/reproducible.ts";
import { greedy, lengths, stops } from "../../../src/checker/steps/rules.ts";
import { secondRequest } from "../../../src/checker/steps/second-request.ts";
import type { CheckRow } from "../../../src/checker/verdict.ts";
import { type Twist, twisted } from "./twisted.ts";

const found = async (step: (context: StepContext) => Promise<CheckRow>, twist: Twist): Promise<string> => {
  const { verdict, kind = "", what } = await step(twisted(twist));
  return `${verdict} ${kind}: ${what}`;
};

test.each([replay, greedy, lengths, stops, reproducible, batchMates, secondRequest])(
  "a right decoder passes %o",
  async (step) => {
    const row = await step(twisted());
    expect(`${row.verdict}: ${row.what}`).toMatch(/^consistent/);
    expect(row.tokens).toBeGreaterThan(0);
  },
);

const seeds = (change: (seed: number | null, at: number, visit: number, life: number) => number | null): Twist => ({
  asked: (request, visit, life) => ({
    ...request,
    seed: request.seed.map((seed, at) => change(seed, at, visit, life)),
  }),
});

test("replay: one answer for all seeds is not random, one for some is repeated", async () => {
  expect(
    await found(
      replay,
      seeds(() => 1),
    ),
  ).toMatch(/^refuted not random/);
  expect(
    await found(
      replay,
      seeds((_, at) => at % 60),
    ),
  ).toMatch(/^refuted answers repeated: 4 of 64/);
});

test("reproducible: names what differs", async () => {
  expect(
    await found(
      reproducible,
      seeds((_, at) => at),
    ),
  ).toMatch(/^refuted not random/);
  const later = seeds((seed, _, visit) => (seed ?? 0) + visit);
  expect(await found(reproducible, later)).toMatch(/^contract : not reproducible: in one process, 12 of 12/);
  const first = seeds((seed, at, visit) => (seed ?? 0) + (at === 0 ? visit : 0));
  expect(await found(reproducible, first)).toMatch(/in one process, the first sequence differs and no other/);
  const place = seeds((seed, at) => (seed ?? 0) + at);
  expect(await found(reproducible, place)).toMatch(/a sequence asked for alone is not the one of the run/);
  const process = seeds((seed, _, __, life) => (seed ?? 0) + life);
  expect(await found(reproducible, process)).toMatch(/in a fresh process, 12 of 12/);
});

const changed = (when: (prompts: number, temperature: number, index: number, visit: number) => boolean): Twist => ({
  answered: (sequence, { prompts, temperature }, visit) =>
    when(prompts.length, temperature, sequence.index, visit)
      ? { ...sequence, tokens: sequence.tokens.map((token) => ((token as number) + 1) % 3) }
      : sequence,
});

test("batch mates: at temperature 0 a difference refutes, under seeds it is a breach", async () => {
  const cold = changed((prompts, temperature, index) => prompts > 1 && temperature === 0 && index === 2);
  expect(await found(batchMates, cold)).toMatch(/^refuted batch: in a batch/);
  const warm = seeds((seed, at) => (seed ?? 0) + at);
  expect(await found(batchMates, warm)).toMatch(/^contract : a row depends on its batch mates .* row 1/);
});

test("second request: at temperature 0 a difference refutes, under a seed it is a breach", async () => {
  const cold = changed((_, temperature, __, visit) => temperature === 0 && visit === 2);
  expect(await found(secondRequest, cold)).toMatch(/^refuted greedy: request 3/);
  expect(
    await found(
      secondRequest,
      seeds((seed, _, visit) => (seed ?? 0) + visit),
    ),
  ).toMatch(/^contract : a request depends on those before it/);
});

test("greedy: another token than the likeliest is refuted", async () => {
  const once = changed((_, __, ___, visit) => visit === 31);
  expect(await found(greedy, once)).toMatch(/^refuted greedy: token \d has probability 0 .*lookahead 5, budget 8/);
});

test("length: one token too many or too few is refuted", async () => {
  const longer: Twist = { answered: (sequence) => ({ ...sequence, tokens: [...sequence.tokens, 0] }) };
  expect(await found(lengths, longer)).toMatch(/^refuted length: 2 tokens where 1 were asked/);
  const shorter: Twist = { answered: (sequence) => ({ ...sequence, tokens: sequence.tokens.slice(1) }) };
  expect(await found(lengths, shorter)).toMatch(/^refuted length: 0 tokens where 1 were asked, and no stop token/);
});

test("stop tokens: an answer that goes on behind one is refuted", async () => {
  const deaf: Twist = { asked: (request) => ({ ...request, stops: [] }) };
  expect(await found(stops, deaf)).toMatch(/^refuted stop: 1 token\(s\) after the stop token/);
});
