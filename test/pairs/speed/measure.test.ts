import { describe, expect, test } from "vitest";
import { plainSampling } from "../../../src/core/models/sampling-law.ts";
import { type BenchPlan, measureTask } from "../../../src/pairs/speed/measure.ts";
import type { Setting } from "../../../src/pairs/speed/run-once.ts";
import { named } from "../../../src/system/choose-algorithms.ts";
import { chain } from "../../support/toy-world.ts";
import { toyPair } from "./toy-pair.ts";

const turns = chain({ a: "1", b: "0" }, { a: { b: "1" }, b: { a: "1" } });
const plain = named("autoregressive");
const setting = (id: string, temperature = 1, lookahead = 2): Setting => ({
  algorithm: named(id),
  lookahead,
  sampling: { ...plainSampling, temperature },
});
const plan: BenchPlan = { repetitions: 2, prompts: 2, budget: 9, seed: 1 };

const measured = async (
  settings: readonly Setting[],
  parts: { plan?: Partial<BenchPlan>; pair?: Parameters<typeof toyPair>[2]; drafter?: boolean } = {},
) => {
  const toy = toyPair(turns, turns, parts.pair);
  const pair =
    parts.drafter === false ? { ...toy.pair, drafter: { ...toy.pair.drafter, opened: undefined } } : toy.pair;
  const steps: string[] = [];
  const io = { now: toy.now, progress: (line: string) => steps.push(line) };
  const prompts = ["a", "ba", "ab"];
  const result = await measureTask(pair, "prose", prompts, plain, settings, { ...plan, ...parts.plan }, io);
  return { ...result, steps, asked: toy.asked };
};

describe("what one task shows of a pair", () => {
  test("each setting on each prompt, by turns, beside decoding without a drafter", async () => {
    const { rows, asked, steps } = await measured([setting("sd"), setting("slem")]);
    expect(asked.map(({ prompt, lookahead }) => `${prompt} ${lookahead}`)).toEqual(
      ["a", "ba", "a", "ba"].flatMap((prompt) => [`${prompt} 1`, `${prompt} 2`, `${prompt} 2`]),
    );
    expect(steps).toEqual([
      "prose: D, repetition 1 of 2, prompt 1 of 2",
      "prose: D, repetition 1 of 2, prompt 2 of 2",
      "prose: D, repetition 2 of 2, prompt 1 of 2",
      "prose: D, repetition 2 of 2, prompt 2 of 2",
    ]);
    expect(rows.map(({ algorithm, lookahead }) => [algorithm, lookahead])).toEqual([
      ["autoregressive", 1],
      ["sd", 2],
      ["slem", 2],
    ]);
    // Ten milliseconds a token; with a drafter twelve for three.
    expect(rows.map(({ speedup }) => speedup)).toEqual([1, 2.5, 2.5]);
    expect(rows[1]).toMatchObject({ task: "prose", drafter: "D", millisecondsPerToken: 4, lossless: true });
    // Four runs of three rounds.
    expect(rows[1]).toMatchObject({ targetPasses: 12, drafterPasses: 24, costRatio: 0.1, blockCost: 3 });
  });
  test("each temperature has a baseline of its own, with its sampling", async () => {
    const { rows, asked } = await measured([setting("sd", 0), setting("sd", 1), setting("sd", 0, 1)], {
      plan: { repetitions: 1, prompts: 1 },
    });
    expect(rows.map(({ algorithm, temperature, lookahead }) => [algorithm, temperature, lookahead])).toEqual([
      ["autoregressive", 0, 1],
      ["autoregressive", 1, 1],
      ["sd", 0, 2],
      ["sd", 1, 2],
      ["sd", 0, 1],
    ]);
    expect(asked.map(({ temperature, lookahead }) => [temperature, lookahead])).toEqual([
      [0, 1],
      [0, 2],
      [0, 1],
      [1, 1],
      [1, 2],
    ]);
  });
  test("passes are timed after the first prompt, those of the drafter over one token", async () => {
    const { passMilliseconds, drafterPassMilliseconds } = await measured([setting("sd")]);
    expect(passMilliseconds.slice(0, 4)).toEqual([Number.NaN, 10, 20, 30]);
    expect(passMilliseconds).toHaveLength(13);
    expect(drafterPassMilliseconds).toBe(1);
    const without = await measured([setting("sd")], { drafter: false });
    expect(without.drafterPassMilliseconds).toBe(0);
    expect(without.rows[1]?.costRatio).toBe(0);
  });
  test("a text is cut where the positions of the target end", async () => {
    const { rows } = await measured([setting("sd")], { pair: { positions: 4 }, plan: { prompts: 1, repetitions: 1 } });
    expect(rows[0]).toMatchObject({ targetPasses: 3 });
    const { rows: long } = await measured([setting("sd")], { plan: { prompts: 1, repetitions: 1, budget: 5 } });
    expect(long[0]).toMatchObject({ targetPasses: 5 });
  });
  test("a bare loop is run for models with a cache only", async () => {
    const { bareMilliseconds } = await measured([setting("sd")]);
    expect(bareMilliseconds).toBeNull();
    await expect(measured([setting("sd")], { pair: { cache: [{}] } })).rejects.toThrow();
  });
});
