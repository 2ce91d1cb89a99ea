import { describe, expect, test } from "vitest";
import type { StepContext } from "../../../src/checker/steps/context.ts";
import { greedy, lengths, stops } from "../../../src/checker/steps/rules.ts";
import type { CheckRow } from "../../../src/checker/verdict.ts";
import { caseIn } from "../whole/world.ts";
import { type Script, scripted } from "./scripted.ts";

/** All laws are those of a world in which only `a` may come, so that answers of zeros keep to every rule. */
const easy = (script: Script = {}): Script => ({
  more: { exactCases: (setting) => [{ ...caseIn("easy", 0, { a: "1" }), ...setting }] },
  ...script,
});

const followed = async (step: (context: StepContext) => Promise<CheckRow>, script: Script = easy()) => {
  const all = scripted(script);
  const { verdict, kind, what, sequences, tokens, step: name } = await step(all.context);
  return { ...all, name, row: [verdict, kind, what], spent: [sequences, tokens] };
};

describe("the settings", () => {
  test("greedy: temperature 0, four lookaheads, budgets from 1 to 8, once each", async () => {
    const { runs, row, name, spent } = await followed(greedy);
    expect(runs.map(({ lookahead, budget }) => `${lookahead}/${budget}`)).toEqual(
      [1, 2, 3, 5].flatMap((lookahead) => [1, 2, 3, 4, 5, 6, 7, 8].map((budget) => `${lookahead}/${budget}`)),
    );
    expect(runs.every(({ temperature, count }) => temperature === 0 && count === 1)).toBe(true);
    expect([name, ...row]).toEqual([
      "greedy",
      "consistent",
      undefined,
      "32 settings: always the target's likeliest tokens",
    ]);
    expect(spent).toEqual([32, 4 * 36]);
    expect(runs[0]?.run).toBe('easy/sd/greedy {"lookahead":1,"budgets":[1],"temperature":0}');
  });
  test("length: budgets from 1 to one past a block", async () => {
    const { runs, row, name } = await followed(lengths);
    expect(runs.map(({ lookahead, budget, count }) => [lookahead, budget, count])).toEqual([
      [1, 1, 8],
      [1, 2, 8],
      [1, 3, 8],
      [3, 1, 8],
      [3, 2, 8],
      [3, 3, 8],
      [3, 4, 8],
      [3, 5, 8],
    ]);
    expect(runs.every(({ temperature, stops }) => temperature === 1 && stops.length === 0)).toBe(true);
    expect([name, ...row]).toEqual(["length", "consistent", undefined, "8 settings: always as many tokens as asked"]);
  });
  test("stop tokens: one, and two in both orders", async () => {
    const { runs, row, name } = await followed(stops);
    expect(runs.map(({ stops, budget, count, lookahead }) => [stops, budget, count, lookahead])).toEqual(
      [[3], [3, 2], [2, 3]].flatMap((set) => [2, 3, 4, 12].map((budget) => [set, budget, 24, 3])),
    );
    expect([name, ...row]).toEqual([
      "stop tokens",
      "consistent",
      undefined,
      "12 settings: always an end at the first stop token",
    ]);
  });
});

describe("the row", () => {
  test("a broken rule refutes and ends the step", async () => {
    const { row, runs } = await followed(
      lengths,
      easy({ answer: ({ budget }, at) => (budget === 2 && at === 7 ? [0] : Array(budget).fill(0)) }),
    );
    expect(row.slice(0, 2)).toEqual(["refuted", "length"]);
    expect(row[2]).toMatch(/^1 tokens where 2 were asked.*lookahead 1, budget 2/);
    expect(runs).toHaveLength(2);
  });
  test("an engine without an answer is unknown, one whose answers broke a rule before that is not", async () => {
    const end: Script["end"] = (_, received) => ({ kind: "error", received, sample: 1, message: "why", calls: [0, 0] });
    const { row, runs } = await followed(lengths, easy({ sent: () => 1, end }));
    expect([row, runs.length]).toEqual([["unknown", undefined, "the engine gives no answer: why"], 1]);
    expect((await followed(lengths, easy({ sent: () => 1, end, answer: () => [] }))).row[0]).toBe("refuted");
  });
  test("settings that are refused are not counted", async () => {
    expect((await followed(stops, easy({ hello: { stops: 1 } }))).row[2]).toMatch(/^4 settings/);
    expect((await followed(lengths, easy({ hello: { maxLookahead: 1 } }))).row[2]).toMatch(/^3 settings/);
    const none = await followed(lengths, easy({ load: () => "no" }));
    expect(none.row).toEqual(["not applicable", undefined, "the adapter refuses these settings"]);
  });
  test("a budget that is spent ends the step after what was asked, and is said where that is nothing", async () => {
    const some = await followed(lengths, easy({ budget: { tokens: 24 } }));
    expect(some.row).toEqual(["consistent", undefined, "2 settings: always as many tokens as asked"]);
    const none = await followed(lengths, easy({ budget: { tokens: 0 } }));
    expect(none.row).toEqual(["not reached", undefined, "not reached within the budget"]);
    expect(none.runs).toEqual([]);
  });
});
