import { describe, expect, test } from "vitest";
import { plainSampling } from "../../../src/core/models/sampling-law.ts";
import { fromUnicode } from "../../../src/core/vocab/text.ts";
import { runOnce, type Setting } from "../../../src/pairs/speed/run-once.ts";
import { named } from "../../../src/system/choose-algorithms.ts";
import { chain } from "../../support/toy-world.ts";
import { toyPair } from "./toy-pair.ts";

/** Always a after b and b after a. */
const turns = chain({ a: "1", b: "0" }, { a: { b: "1" }, b: { a: "1" } });
const setting = (parts: Partial<Setting> = {}): Setting => ({
  algorithm: named("sd"),
  lookahead: 2,
  sampling: plainSampling,
  ...parts,
});
const prompt = fromUnicode("a");

describe("one generation, timed", () => {
  test("has figures of the rounds after the first, and counts all passes", async () => {
    const { pair, now, asked } = toyPair(turns, turns);
    // Each round accepts both drafts and adds one: two passes of the drafter, one of the target over three rows.
    expect(await runOnce(pair, setting(), prompt, 9, 1, now)).toEqual({
      tokens: [1, 0, 1, 0, 1, 0, 1, 0, 1],
      ttftMilliseconds: 12,
      millisecondsPerToken: 4,
      rounds: 3,
      accepted: [2, 2, 2],
      targetPasses: 3,
      drafterPasses: 6,
      rowsPerPass: 3,
    });
    expect(asked).toEqual([{ prompt, lookahead: 2, temperature: plainSampling.temperature }]);
  });
  test("does not count the passes before it, and starts from empty caches", async () => {
    const { pair, now, source, drafterSource } = toyPair(turns, turns);
    Object.assign(source, { passes: 100, rowsRead: 1000 });
    Object.assign(drafterSource, { passes: 50 });
    const run = await runOnce(pair, setting({ lookahead: 1 }), prompt, 4, 1, now);
    expect(run).toMatchObject({ targetPasses: 2, drafterPasses: 2, rowsPerPass: 2, tokens: [1, 0, 1, 0] });
    expect([source.resets, drafterSource.resets]).toEqual([1, 1]);
  });
  test("that ends in its first round has no time a token", async () => {
    const { pair, now } = toyPair(turns, turns);
    const run = await runOnce(pair, setting(), prompt, 3, 1, now);
    expect(run).toMatchObject({ ttftMilliseconds: 12, millisecondsPerToken: 0, rounds: 1, rowsPerPass: 0 });
  });
  test("is cut at the budget and at the target's stops", async () => {
    const { pair, now } = toyPair(turns, turns);
    expect(await runOnce(pair, setting(), prompt, 4, 1, now)).toMatchObject({
      tokens: [1, 0, 1, 0],
      accepted: [2, 1],
      millisecondsPerToken: 12,
    });
    const { pair: stopping, now: clock } = toyPair(turns, turns);
    (stopping.target.stops as Set<number>).add(0);
    expect((await runOnce(stopping, setting(), prompt, 9, 1, clock)).tokens).toEqual([1, 0]);
  });
  test("without a drafter's model counts none of its passes", async () => {
    const { pair, now } = toyPair(turns, turns);
    const without = { ...pair, drafter: { ...pair.drafter, opened: undefined } };
    const run = await runOnce(without, setting({ algorithm: named("autoregressive") }), prompt, 3, 1, now);
    expect(run).toMatchObject({ drafterPasses: 0, targetPasses: 3, accepted: [0, 0, 0], millisecondsPerToken: 10 });
  });
  test("is the same for a seed, and depends on it", async () => {
    const coin = chain({ a: "1/2", b: "1/2" }, {});
    const run = async (seed: number) => {
      const { pair, now } = toyPair(coin, coin);
      return (await runOnce(pair, setting(), prompt, 20, seed, now)).tokens.join("");
    };
    expect(await run(1)).toBe(await run(1));
    expect(await run(2)).not.toBe(await run(1));
  });
});
