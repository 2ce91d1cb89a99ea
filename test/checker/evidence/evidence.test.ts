import { describe, expect, test } from "vitest";
import { CaseEvidence } from "../../../src/checker/evidence/case-evidence.ts";
import { Meter } from "../../../src/checker/evidence/meter.ts";
import { partitions } from "../../../src/checker/evidence/partitions.ts";
import { processLaw } from "../../../src/checker/evidence/processed-law.ts";
import { scoredLaw } from "../../../src/checker/evidence/scored-law.ts";
import { tableLaw } from "../../../src/checker/evidence/table-law.ts";
import { excess, shownTally } from "../../../src/checker/evidence/tally.ts";
import type { makeCase } from "../../../src/checker/plan/case.ts";
import { gauntlet } from "../../../src/checker/plan/gauntlet.ts";
import { stream } from "../../../src/core/handlers/random.ts";
import { pick } from "../../../src/core/handlers/sample.ts";

const never = () => false;
const near = (law: readonly number[], expected: readonly number[]): void => {
  expect(law).toHaveLength(expected.length);
  for (const [token, p] of law.entries()) expect(p).toBeCloseTo(expected[token] as number, 12);
};

describe("the law after processors", () => {
  const law = [0.5, 0.25, 0.25];
  test("temperature raises to its inverse, and 0 is the likeliest token, ties to the smaller id", () => {
    near(processLaw(law, 0.5, {}, never), [4 / 6, 1 / 6, 1 / 6]);
    near(processLaw([0.25, 0.5, 0.25], 0, {}, never), [0, 1, 0]);
    near(processLaw([0.2, 0.4, 0.4], 0, {}, never), [0, 1, 0]);
  });
  test("bias is added to a logit, and can forbid a token", () => {
    near(processLaw(law, 1, { bias: { "1": Math.log(2) } }, never), [0.4, 0.4, 0.2]);
    near(processLaw(law, 1, { bias: { "0": -1e4 } }, never), [0, 0.5, 0.5]);
  });
  test("presence is subtracted once from what was emitted, and from nothing else", () => {
    near(
      processLaw(law, 1, { presence: Math.log(2) }, (token) => token === 0),
      [1 / 3, 1 / 3, 1 / 3],
    );
  });
  test("min-p cuts after the temperature, and what is left is normalised", () => {
    near(processLaw(law, 1, { minP: 0.3 }, never), law);
    near(processLaw(law, 0.5, { minP: 0.3 }, never), [1, 0, 0]);
  });
});

test("a tally is furthest from its law where counts are, and names the token that came too often", () => {
  const even = { state: "s", seen: [5, 5], expected: [5, 5] };
  const odd = { state: "s", seen: [9, 1], expected: [5, 5] };
  expect(excess(even)).toBeCloseTo(0, 12);
  expect(excess(odd)).toBeGreaterThan(excess({ ...odd, seen: [7, 3] }));
  expect(shownTally(odd, (token) => "ab"[token] as string)).toBe(
    "in the state s, of 10 tokens: a 9 times, expected 5.0; b 1 times, expected 5.0",
  );
});

test("a meter is spent by tokens or by the clock, and counts passes where there are any", () => {
  let now = 0;
  const meter = new Meter({ tokens: 10, deadline: 5 }, () => now);
  meter.spend(9);
  expect(meter.spent).toBe(false);
  now = 5;
  expect(meter.spent).toBe(true);
  now = 0;
  meter.spend(1);
  expect([meter.spent, meter.sequences, meter.tokens]).toEqual([true, 2, 10]);
  meter.count([0, 0], 10);
  meter.count([2, 6], 4);
  expect(meter.passes).toEqual({ target: 2, drafter: 6, tokens: 4 });
});

test("a meter allows whole batches that fit, and is spent once not all of them do", () => {
  const meter = new Meter({ tokens: 100 }, () => 0);
  expect([meter.allowed(10, 10, 1), meter.spent]).toEqual([10, false]);
  expect([meter.allowed(4, 12, 4), meter.allowed(8, 12, 4), meter.spent]).toEqual([4, 8, false]);
  expect([meter.allowed(12, 12, 4), meter.spent]).toEqual([8, true]);
  expect([meter.allowed(1, 101, 1), meter.tokens]).toEqual([0, 0]);
  const unbound = new Meter({}, () => 0);
  expect([unbound.allowed(256, 1e9, 4), unbound.spent]).toEqual([256, false]);
  const over = new Meter({ tokens: 5 }, () => 0);
  over.spend(9);
  expect(over.allowed(1, 1, 1)).toBe(0);
});

test("pasts are sorted by history up to three tokens, by place and state, and by state", () => {
  const [history, place, state] = partitions(1, (context) => `${context.at(-1)}`);
  expect([[7], [7, 1, 2, 3], [7, 1, 2, 3, 4]].map((past) => history?.(past))).toEqual(["7", "7,1,2,3", undefined]);
  expect([place?.([7, 1]), place?.([7, 1, 1]), state?.([7, 1]), state?.([7, 1, 1])]).toEqual(["2/1", "3/1", "1", "1"]);
});

describe("the evidence of one case", () => {
  const at = gauntlet().find(({ name }) => name === "carousel") as ReturnType<typeof makeCase>;
  const law = tableLaw(at.world, 1, {});
  const rules = { prompt: [0], budget: 4, stops: [2] };
  const seen = (tokens: readonly unknown[]) => new CaseEvidence(law, 1).observe(tokens, rules)?.kind;

  test.each([
    [[0, 1, 0, 1], undefined],
    [[0, 2], undefined],
    [[0, 3], "ids"],
    [[0, -1], "ids"],
    [[0, 0.5], "ids"],
    [[0, "1"], "ids"],
    [[2, 0], "stop"],
    [[0, 1, 0, 1, 0], "length"],
    [[0, 1], "length"],
    [[], "length"],
  ])("the answer %j: %s", (tokens, kind) => expect(seen(tokens)).toBe(kind));

  test("a token of probability 0 is impossible, and the witness ends with it", () => {
    const clock = gauntlet().find(({ name }) => name === "clock") as typeof at;
    const found = new CaseEvidence(tableLaw(clock.world, 1, {}), 1).observe([1, 0, 0], { ...rules, stops: [] });
    expect(found).toMatchObject({ kind: "support", tokens: [1, 0] });
  });

  test("grows when tokens come from another law, and not when they come from the right one", () => {
    const peak = (draw: (past: readonly number[]) => readonly number[]): number => {
      const evidence = new CaseEvidence(law, 1);
      for (let i = 0; i < 150; i++) {
        const random = stream(i, "tokens");
        const tokens: number[] = [];
        while (tokens.length < 12) tokens.push(pick("token", draw([0, ...tokens]), (weight) => weight, random()));
        evidence.observe(tokens, { prompt: [0], budget: 12, stops: [] });
      }
      return evidence.peak / Math.LN10;
    };
    expect(peak((past) => law.after(past, 1))).toBeLessThan(3);
    expect(peak((past) => law.after(past, 1).map((p) => 0.4 * p + 0.2))).toBeGreaterThan(8.6);
  });
});

describe("the law that score tells", () => {
  const asked: number[][][] = [];
  const row = [0, 3, 1, 2, ...new Array<number>(20).fill(-1), 99];
  const model = {
    tokens: 24,
    rounding: 0.01,
    world: "model",
    adapter: async () => ({
      score: async (_: string, __: string, contexts: number[][]) => {
        asked.push(contexts);
        return contexts.map(() => row);
      },
    }),
  };
  const total = [0, 3, 1, 2].reduce((sum, x) => sum + Math.exp(x), 0) + 20 * Math.exp(-1);

  test("tokens are told apart by rank, the others are one; padding has no part in it", async () => {
    const law = scoredLaw(model, 1);
    await law.prepare?.([[0]]);
    const after = law.after([0], 1);
    expect([law.tokens, law.outcomes, after.length]).toEqual([24, 16, 16]);
    expect([1, 3, 2, 0, 4, 23].map((token) => law.place([0], token))).toEqual([0, 1, 2, 3, 4, 15]);
    expect(after[0]).toBeCloseTo(Math.exp(3) / total, 12);
    expect(after[15]).toBeCloseTo((9 * Math.exp(-1)) / total, 12);
    expect(after.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });
  test("a context is asked for once", async () => {
    const law = scoredLaw(model, 0.5);
    asked.length = 0;
    await law.prepare?.([[0], [0, 1], [0]]);
    await law.prepare?.([[0, 1], [2]]);
    expect(asked).toEqual([[[0], [0, 1]], [[2]]]);
    expect(() => law.after([5], 1)).toThrow("prepare comes first");
  });
  test("long contexts are asked for in parts, so that no question is too long for a line", async () => {
    const law = scoredLaw({ ...model, tokens: 2 }, 1);
    asked.length = 0;
    const long = Array.from({ length: 12 }, (_, id) => [...new Array<number>(8192 - 1).fill(0), id]);
    await law.prepare?.(long);
    expect(asked.map(({ length }) => length)).toEqual([4, 4, 4]);
    asked.length = 0;
    await law.prepare?.([[7], [8]]);
    expect(asked).toEqual([[[7], [8]]]);
  });
  test("at temperature 0 logits that rounding cannot tell apart may both come", async () => {
    const tied = { ...model, tokens: 3, adapter: async () => ({ score: async () => [[1, 1.015, 0.9]] }) };
    const law = scoredLaw(tied, 0);
    await law.prepare?.([[0]]);
    expect(law.after([0], 1)).toEqual([0.5, 0.5, 0]);
    expect(law.place([0], 1)).toBe(0);
  });
  test("of equal scores, and of those that forbid a token, the smaller id comes first", async () => {
    const forbidden = new Array<number>(20).fill(Number.NEGATIVE_INFINITY);
    const rows = [[1, 2, 1, 2, ...forbidden]];
    const law = scoredLaw({ ...model, adapter: async () => ({ score: async () => rows }) }, 1);
    await law.prepare?.([[0]]);
    expect([1, 3, 0, 2, 4, 5, 14, 15].map((token) => law.place([0], token))).toEqual([0, 1, 2, 3, 4, 5, 14, 15]);
  });
});
