import { printable } from "../../core/vocab/printable.ts";
import { table } from "../../system/table.ts";
import type { PairResult } from "./pair-result.ts";

/** A benchmark for a terminal: a table for each pair and task, and what it was measured against. */
export function benchTable(results: readonly PairResult[]): string {
  return results
    .flatMap(({ target, drafter, numerics, tasks }) => [
      printable(`${target} with ${drafter}: ${numerics}`),
      ...Object.entries(tasks).map(([task, { rows, bareMilliseconds, passMilliseconds, drafterPassMilliseconds }]) => {
        const cells = rows.map((row) => [
          `  ${row.algorithm}`,
          String(row.temperature),
          row.algorithm === "autoregressive" ? "-" : String(row.lookahead),
          row.tokensPerSecond.toFixed(0),
          row.speedup.toFixed(2),
          row.speedupSpread.map((value) => value.toFixed(2)).join("–"),
          row.ceiling.toFixed(2),
          `${(100 * (row.speedup / row.ceiling)).toFixed(0)} %`,
          row.acceptance.toFixed(2),
          row.tokensPerRound.toFixed(2),
          row.algorithm === "autoregressive" ? "-" : String(row.bestLookahead),
          row.ttftMilliseconds.toFixed(1),
        ]);
        const header = [
          "  algorithm",
          "temperature",
          "lookahead",
          "tokens/s",
          "speed-up",
          "quartiles",
          "ceiling",
          "of it",
          "acceptance",
          "tokens/round",
          "best",
          "first ms",
        ];
        const bare =
          bareMilliseconds === null ? "" : `; a bare loop of passes ${bareMilliseconds.toFixed(2)} ms a token`;
        const blocks = [1, 3, 5, 6].map((rows) => passMilliseconds[rows]?.toFixed(2)).join(", ");
        const costs = `  passes over 1, 3, 5, 6 tokens ${blocks} ms, a drafter pass ${drafterPassMilliseconds.toFixed(2)} ms${bare}`;
        return `${task}\n${table(header, cells)}\n${costs}\n`;
      }),
    ])
    .join("\n");
}
