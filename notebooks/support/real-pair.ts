import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { estimatedShare } from "../../src/experiments/measures/interval.ts";
import type { Point } from "../../src/pages/figures/lines.ts";
import type { BenchRow } from "../../src/pairs/speed/row.ts";

/** The options of `lossless bench` for each drafter. */
export const RUNS = [
  "--drafter 64x1 --algorithms slem,tli,tli-block,slrs --lookahead 2,4,8 --temperatures 0,1",
  "--drafter copy --algorithms slem,sd-block --lookahead 2,4,8 --temperatures 0",
].map((run) => `${run} --tasks prose,repetitive,questions,code --prompts 2 --repetitions 1 --max-new-tokens 48`);

/** The rows of these benchmarks of the pair that ships, with processor time for the clock. */
export const realPair = (): BenchRow[] => {
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  return RUNS.flatMap((run) => {
    const args = ["--import", "tsx", "notebooks/support/bench-by-processor-time.ts", ...run.split(" ")];
    const { status, stdout, stderr } = spawnSync("node", args, { cwd, encoding: "utf8", maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(`lossless bench failed: ${stderr}`);
    return JSON.parse(stdout) as BenchRow[];
  });
};

/** Of the rounds of some rows that kept the first k − 1 proposed tokens, the share that keep the k-th, with its interval. */
export const acceptanceByPosition = (rows: readonly BenchRow[]): Point[] => {
  // One target pass a round.
  const kept = (row: BenchRow, length: number): number =>
    row.acceptanceByPosition.slice(0, length).reduce((share, one) => share * one, row.targetPasses) *
    (length > row.acceptanceByPosition.length ? 0 : 1);
  const rounds = (length: number): number => rows.reduce((total, row) => total + kept(row, length), 0);
  const points: Point[] = [];
  for (let at = 1; rounds(at) > 0.5; at++) {
    const { value, low, high } = estimatedShare(Math.round(rounds(at)), Math.round(rounds(at - 1)));
    points.push({ x: at, y: value, low, high });
  }
  return points;
};
