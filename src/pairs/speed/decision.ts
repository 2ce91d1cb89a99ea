import type { BenchRow } from "./row.ts";

/** One way to decode: a drafter, an algorithm, a lookahead, at one temperature, over all tasks that were run. */
export interface Choice {
  readonly drafter: string;
  readonly algorithm: string;
  readonly temperature: number;
  readonly lookahead: number;
  readonly rows: readonly BenchRow[];
  /** Geometric mean over the tasks of the median speed-ups. */
  readonly speedup: number;
  readonly acceptance: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The ways that were measured, the fastest first; what is not lossless is not among them. */
export function choices(rows: readonly BenchRow[]): Choice[] {
  const groups = new Map<string, BenchRow[]>();
  for (const row of rows) {
    if (row.algorithm === "autoregressive" || !row.lossless || !(row.speedup > 0)) continue;
    const key = [row.drafter, row.algorithm, row.temperature, row.lookahead].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .map((all) => {
      const [{ drafter, algorithm, temperature, lookahead }] = all as [BenchRow];
      const speedup = Math.exp(mean(all.map((row) => Math.log(row.speedup))));
      const acceptance = mean(all.map((row) => row.acceptance));
      return { drafter, algorithm, temperature, lookahead, rows: all, speedup, acceptance };
    })
    .sort((a, b) => b.speedup - a.speedup);
}

/** Below this a gain is not worth a second model. */
export const WORTHWHILE = 1.1;

/** The fastest way at each temperature. */
export function bestChoices(rows: readonly BenchRow[]): Choice[] {
  const all = choices(rows);
  const temperatures = [...new Set(all.map(({ temperature }) => temperature))].sort((a, b) => a - b);
  return temperatures.map((temperature) => all.find((one) => one.temperature === temperature) as Choice);
}

/**
 * The speed-up that a row would have with another drafter latency or price: $\tau / (\gamma c + T(k)/T(1) + l/T(1))$.
 * `latency` is in milliseconds a round, `costRatio` replaces $c$ where it is given. A drafter without a model is taken to
 * need the whole lookahead in passes, were it one that has a price.
 */
export function whatIf(row: BenchRow, singlePass: number, latency: number, costRatio = row.costRatio): number {
  const drafts = row.drafterPassesPerRound === 0 ? row.lookahead : row.drafterPassesPerRound;
  return row.tokensPerRound / (drafts * costRatio + row.blockCost + latency / singlePass);
}

/** The acceptance of the first token below which a way of this lookahead is no faster than decoding without it. */
export function breakEven(row: BenchRow): number {
  const price = row.drafterPassesPerRound * row.costRatio + row.blockCost;
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const a = (low + high) / 2;
    let [expected, power] = [1, 1];
    for (let at = 0; at < row.lookahead; at++) {
      power *= a;
      expected += power;
    }
    if (expected < price) low = a;
    else high = a;
  }
  return high;
}
