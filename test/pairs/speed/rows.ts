import type { PairResult } from "../../../src/pairs/speed/pair-result.ts";
import type { BenchRow } from "../../../src/pairs/speed/row.ts";

/** A row of a benchmark, as one that could have been measured. */
export const benchRowOf = (parts: Partial<BenchRow> = {}): BenchRow => ({
  task: "prose",
  drafter: "d",
  algorithm: "tli",
  temperature: 1,
  lookahead: 2,
  tokensPerSecond: 1000.4,
  millisecondsPerToken: 1,
  millisecondsPerTokenSpread: [0.5, 2],
  speedup: 2,
  speedupSpread: [1.5, 2.5],
  acceptance: 0.5,
  acceptanceByPosition: [0.5, 0.25],
  tokensPerRound: 2,
  targetPasses: 3,
  drafterPasses: 6,
  ttftMilliseconds: 5,
  ceiling: 4,
  drafterPassesPerRound: 2,
  costRatio: 0.1,
  blockCost: 1.2,
  bestLookahead: 1,
  lossless: true,
  ...parts,
});

/** Milliseconds of passes over 1 to 12 tokens, twice that over one for each further four. */
const passMilliseconds = [Number.NaN, ...Array.from({ length: 12 }, (_, at) => 2 + at / 2)];

/** What was measured of one pair: these rows, by task. */
export const pairOf = (rows: readonly BenchRow[], parts: Partial<PairResult> = {}): PairResult => ({
  target: "T",
  drafter: "d",
  numerics: "single steps and blocks agree",
  tasks: Object.fromEntries(
    [...new Set(rows.map(({ task }) => task))].map((task) => [
      task,
      {
        rows: rows.filter((row) => row.task === task),
        passMilliseconds,
        drafterPassMilliseconds: 0.25,
        bareMilliseconds: 1.5,
      },
    ]),
  ),
  ...parts,
});
