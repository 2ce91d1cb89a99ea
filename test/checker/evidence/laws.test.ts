import { describe, expect, test } from "vitest";
import { CaseEvidence } from "../../../src/checker/evidence/case-evidence.ts";
import { processedLaw, processLaw } from "../../../src/checker/evidence/processed-law.ts";
import { tableLaw } from "../../../src/checker/evidence/table-law.ts";
import { excess, shownTally } from "../../../src/checker/evidence/tally.ts";
import { caseIn } from "../whole/world.ts";

const { world } = caseIn("laws", 1, { a: "1/2", b: "1/4", c: "1/4" });
const rounded = (law: readonly number[]): number[] => law.map((p) => Math.round(p * 1e6) / 1e6);

describe("a law as an engine must sample it", () => {
  const none = (): boolean => false;
  test("is the model's own where nothing is asked of it", () => {
    expect(rounded(processedLaw(world.target, 1, {}, [0, 1], 1))).toEqual([0.5, 0.25, 0.25]);
  });
  test("a temperature raises it, and 0 leaves the likeliest token, ties to the smaller id", () => {
    expect(rounded(processLaw([0.5, 0.25, 0.25], 0.5, {}, none))).toEqual([0.666667, 0.166667, 0.166667]);
    expect(processLaw([0.5, 0.25, 0.25], 0, {}, none)).toEqual([1, 0, 0]);
    expect(processLaw([0.2, 0.4, 0.4], 0, {}, none)).toEqual([0, 1, 0]);
  });
  test("a bias multiplies by its exponential; min-p cuts below its share of the largest, not at it", () => {
    expect(rounded(processLaw([0.5, 0.25, 0.25], 1, { bias: { 1: Math.log(2) } }, none))).toEqual([0.4, 0.4, 0.2]);
    expect(rounded(processLaw([0.5, 0.25, 0.25], 1, { minP: 0.5 }, none))).toEqual([0.5, 0.25, 0.25]);
    expect(processLaw([0.5, 0.25, 0.25], 1, { minP: 0.51 }, none)).toEqual([1, 0, 0]);
  });
  test("a presence penalty falls on what was emitted, not on the prompt", () => {
    const presence = { presence: Math.log(2) };
    expect(rounded(processedLaw(world.target, 1, presence, [0, 1], 1))).toEqual([0.571429, 0.142857, 0.285714]);
    expect(rounded(processedLaw(world.target, 1, presence, [0, 1], 2))).toEqual([0.5, 0.25, 0.25]);
    expect(rounded(processedLaw(world.target, 1, presence, [0, 1], 0))).toEqual([0.4, 0.2, 0.4]);
  });
});

describe("the law of a table", () => {
  test("is remembered for a state, and not where it depends on all that was emitted", () => {
    const plain = tableLaw(world, 1, {});
    expect(plain.after([0, 1], 1)).toBe(plain.after([0, 1], 1));
    expect(plain.after([0, 2], 1)).toBe(plain.after([0, 1], 1));
    const penal = tableLaw(world, 1, { presence: Math.log(2) });
    expect(rounded(penal.after([0, 1], 1))).toEqual([0.571429, 0.142857, 0.285714]);
    expect(rounded(penal.after([0, 2], 1))).toEqual([0.571429, 0.285714, 0.142857]);
    expect([plain.tokens, plain.outcomes, plain.rounding, plain.label(1), plain.place([0], 2)]).toEqual([
      3,
      3,
      0,
      "b",
      2,
    ]);
  });
});

describe("tallies", () => {
  const label = (token: number): string => "abcdefg"[token] as string;
  test("the likelihood ratio is 0 on the law and 2 n ln 2 where one of two fair tokens is all that came", () => {
    expect(excess({ state: "", seen: [5, 5], expected: [5, 5] })).toBeCloseTo(0, 12);
    expect(excess({ state: "", seen: [10, 0], expected: [5, 5] })).toBeCloseTo(20 * Math.log(2), 9);
  });
  test("the four tokens furthest from what was due are named, those that neither came nor were due are not", () => {
    expect(shownTally({ state: "x", seen: [0, 3, 0], expected: [0, 1, 2] }, label)).toBe(
      "in the state x, of 3 tokens: b 3 times, expected 1.0; c 0 times, expected 2.0",
    );
    expect(shownTally({ state: "x", seen: [1, 0], expected: [0, 1] }, label)).toBe(
      "in the state x, of 1 tokens: a 1 times, expected 0.0; b 0 times, expected 1.0",
    );
    const many = shownTally({ state: "x", seen: [1, 2, 3, 4, 9], expected: [1, 1, 1, 1, 1] }, label);
    expect(many).toBe(
      "in the state x, of 19 tokens: e 9 times, expected 1.0; d 4 times, expected 1.0; c 3 times, expected 1.0; b 2 times, expected 1.0",
    );
  });
  test("the worst state is the one whose tokens are furthest from their law", () => {
    const law = {
      ...tableLaw(world, 1, {}),
      state: (context: readonly number[]) => `after ${context.at(-1)}`,
    };
    const evidence = new CaseEvidence(law, 1);
    expect(evidence.worst).toBeUndefined();
    for (let turn = 0; turn < 6; turn++) {
      evidence.observe([1, 1, 1, 1], { prompt: [0], budget: 4, stops: [] });
    }
    expect(evidence.worst).toMatchObject({ state: "after 1", seen: [0, 18, 0] });
    expect(evidence.worst?.expected.map((mean) => Math.round(mean * 10) / 10)).toEqual([9, 4.5, 4.5]);
  });
});
