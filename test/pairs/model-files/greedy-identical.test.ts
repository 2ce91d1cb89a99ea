import { describe, expect, test } from "vitest";
import { plainSampling } from "../../../src/core/models/sampling-law.ts";
import { greedyIdentical } from "../../../src/pairs/model-files/greedy-identical.ts";
import { readPrompt } from "../../../src/pairs/model-files/open-pair.ts";
import { named } from "../../../src/system/choose-algorithms.ts";
import { mutant } from "../../support/mutant.ts";
import { chain } from "../../support/toy-world.ts";
import { toyPair } from "../speed/toy-pair.ts";

/** Always a after b and b after a. */
const turns = chain({ a: "1", b: "0" }, { a: { b: "1" }, b: { a: "1" } });
const prompts = [
  { name: "first", prompt: "a" },
  { name: "second", prompt: "ab" },
];

describe("greedy decoding", () => {
  const { pair, asked } = toyPair(turns, turns);
  const of = (algorithm: Parameters<typeof greedyIdentical>[1], budget = 5, some = prompts) =>
    greedyIdentical(pair, algorithm, some, 2, budget, { ...plainSampling, temperature: 0 });
  test("is consistent where an algorithm gives the target's own tokens", async () => {
    expect(await of(named("sd"))).toEqual({
      world: "T/D: 2 prompts",
      algorithm: "sd",
      verdict: "consistent",
      tier: "statistics",
      scope: "horizon ≤ 5: greedy, on these prompts",
      gap: null,
      acceptance: null,
      expectedTokens: null,
      contexts: 2,
      samples: 10,
    });
    expect(asked).toEqual([
      { prompt: "a", lookahead: 2, temperature: 0 },
      { prompt: "ab", lookahead: 2, temperature: 0 },
    ]);
  });
  test("is refuted at the first token that differs, in the first prompt where one does", async () => {
    // After "a" the target says b, a, b; after "ab" it says a, b, a.
    const always = (token: number) => mutant(() => [token as never]);
    expect(await of(always(1))).toMatchObject({ verdict: "refuted", why: "first: token 2 differs", samples: 10 });
    expect(await of(always(0))).toMatchObject({ verdict: "refuted", why: "first: token 1 differs" });
    expect(await of(always(1), 1)).toMatchObject({ verdict: "refuted", why: "second: token 1 differs" });
    expect(await of(always(1), 1, prompts.slice(0, 1))).toMatchObject({
      verdict: "consistent",
      contexts: 1,
      samples: 1,
    });
  });
  test("ends where the target's positions end, and at its stops", async () => {
    const { pair: short } = toyPair(turns, turns, { positions: 4 });
    const run = (one: typeof pair) => greedyIdentical(one, named("sd"), prompts, 2, 50, plainSampling);
    expect((await run(short)).samples).toBe(3 + 2);
    const { pair: stopping } = toyPair(turns, turns);
    (stopping.target.stops as Set<number>).add(0);
    expect((await run(stopping)).samples).toBe(2 + 1);
  });
});

describe("a prompt", () => {
  const { pair } = toyPair(turns, turns, { positions: 4 });
  test("is read as bytes, with the room that is left after it", () => {
    expect(readPrompt(pair.target, "a")).toEqual({ text: "a", room: 3 });
    expect(readPrompt(pair.target, "aba")).toEqual({ text: "aba", room: 1 });
  });
  test("is refused where it is empty, or fills the target's positions", () => {
    expect(() => readPrompt(pair.target, "")).toThrow("--prompt: found an empty text, expected at least one character");
    for (const text of ["abab", "ababa"])
      expect(() => readPrompt(pair.target, text)).toThrow(
        `--prompt: found ${text.length} tokens, expected at most 3: the target reads 4`,
      );
  });
  test("is refused where the target cannot spell it, with the rest of it", () => {
    expect(() => readPrompt(pair.target, "abxyz")).toThrow(
      "--prompt: found the text xyz, expected text that the target's tokens can spell",
    );
    expect(() => readPrompt(pair.target, `a${"x".repeat(50)}`)).toThrow(`found the text ${"x".repeat(20)}, expected`);
  });
});
