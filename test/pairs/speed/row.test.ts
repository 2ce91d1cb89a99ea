import { expect, test } from "vitest";
import { plainSampling } from "../../../src/core/models/sampling-law.ts";
import { breakEven, whatIf } from "../../../src/pairs/speed/decision.ts";
import { costOf } from "../../../src/pairs/speed/pass-costs.ts";
import { benchRow } from "../../../src/pairs/speed/row.ts";
import type { Run } from "../../../src/pairs/speed/run-once.ts";
import { median, quantile } from "../../../src/pairs/speed/spread.ts";
import { named } from "../../../src/system/choose-algorithms.ts";

const run = (parts: Partial<Run>): Run => ({
  tokens: [1, 2, 3, 4, 5, 6],
  ttftMilliseconds: 5,
  millisecondsPerToken: 1,
  rounds: 3,
  accepted: [2, 0, 1],
  targetPasses: 3,
  drafterPasses: 6,
  rowsPerPass: 3,
  ...parts,
});
const setting = { algorithm: named("tli"), lookahead: 2, sampling: plainSampling };
const costs = [Number.NaN, 2, 2.2, 2.4, 3];

test("a row by hand: three rounds, two drafts each, of which 2, 0 and 1 are accepted", () => {
  const row = benchRow({
    task: "prose",
    drafter: "d",
    setting,
    runs: [{ run: run({}), plain: run({ millisecondsPerToken: 2 }) }],
    target: costs,
    drafterPass: 0.2,
    lossless: true,
  });
  expect(row).toMatchObject({
    tokensPerSecond: 1000,
    speedup: 2,
    acceptance: 2 / 3,
    acceptanceByPosition: [2 / 3, 1 / 2],
    tokensPerRound: 2,
    drafterPassesPerRound: 2,
    costRatio: 0.1,
    blockCost: 1.2,
    lossless: true,
  });
  expect(row.ceiling).toBeCloseTo(2 / (2 * 0.1 + 1.2), 12);
  // One draft: (1 + 2/3) / (0.1 + 1.1); two: (1 + 2/3 + 1/3) / (0.2 + 1.2).
  expect(row.bestLookahead).toBe(2);
  expect(whatIf(row, 2, 0)).toBeCloseTo(row.ceiling, 12);
  expect(whatIf(row, 2, 2)).toBeCloseTo(2 / (0.2 + 1.2 + 1), 12);
  // 1 + a + a² = 1.4 has the root (√2.6 − 1) / 2.
  expect(breakEven(row)).toBeCloseTo((Math.sqrt(2.6) - 1) / 2, 6);
});

test("texts that end in their first round have no time a token", () => {
  const runs = [
    { run: run({ millisecondsPerToken: 0 }), plain: run({}) },
    { run: run({}), plain: run({ millisecondsPerToken: 3 }) },
  ];
  const row = benchRow({ task: "t", drafter: "d", setting, runs, target: costs, drafterPass: 0, lossless: false });
  expect([row.speedup, row.lossless]).toEqual([3, false]);
});

test("medians, quartiles, and costs between whole numbers of tokens", () => {
  expect([median([3, 1, 2]), quantile([1, 2, 3, 4], 0.25)]).toEqual([2, 1.75]);
  expect(costOf(costs, 2.5)).toBeCloseTo(2.3, 12);
  expect([costOf(costs, 1), costOf(costs, 4), costOf(costs, 9)]).toEqual([2, 3, 3]);
});
