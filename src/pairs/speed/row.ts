import { at as itemAt } from "../../core/num/at.ts";
import { costOf, type PassCosts } from "./pass-costs.ts";
import type { Run, Setting } from "./run-once.ts";
import { median, quantile } from "./spread.ts";

/** One row of a benchmark. Ratios compare runs of the same prompt and repetition; medians over all of them. */
export interface BenchRow {
  readonly task: string;
  readonly drafter: string;
  readonly algorithm: string;
  readonly temperature: number;
  readonly lookahead: number;
  readonly tokensPerSecond: number;
  readonly millisecondsPerToken: number;
  /** First and third quartile. */
  readonly millisecondsPerTokenSpread: readonly [number, number];
  /** Times as fast as autoregressive decoding in the same run. */
  readonly speedup: number;
  readonly speedupSpread: readonly [number, number];
  /** Share of rounds whose first proposed token is accepted. */
  readonly acceptance: number;
  /** At each position, the share accepted of those whose predecessors were. */
  readonly acceptanceByPosition: readonly number[];
  readonly tokensPerRound: number;
  readonly targetPasses: number;
  readonly drafterPasses: number;
  readonly ttftMilliseconds: number;
  /** What the measured acceptance and the measured costs of passes allow: $\tau / (\gamma c + T(k)/T(1))$. */
  readonly ceiling: number;
  /** Drafter passes a round, γ; one drafter pass in target passes, c; a block pass in single ones, T(k)/T(1). */
  readonly drafterPassesPerRound: number;
  readonly costRatio: number;
  readonly blockCost: number;
  /** The lookahead with the highest ceiling by the acceptance at each position, at most the one that was run. */
  readonly bestLookahead: number;
  readonly lossless: boolean;
}

/** The measured runs of one setting, each beside the autoregressive run of the same prompt and repetition. */
export interface Measured {
  readonly task: string;
  readonly drafter: string;
  readonly setting: Setting;
  readonly runs: readonly { readonly run: Run; readonly plain: Run }[];
  readonly target: PassCosts;
  /** Milliseconds of one drafter pass; 0 for a drafter without a model. */
  readonly drafterPass: number;
  readonly lossless: boolean;
}

export function benchRow({ task, drafter, setting, runs, target, drafterPass, lossless }: Measured): BenchRow {
  const { algorithm, lookahead, sampling } = setting;
  const of = (value: (run: Run) => number): number[] => runs.map(({ run }) => value(run));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  // A text that ends in its first round has no time a token.
  const timed = runs.filter(({ run, plain }) => run.millisecondsPerToken > 0 && plain.millisecondsPerToken > 0);
  const perToken = timed.map(({ run }) => run.millisecondsPerToken);
  const speedups = timed.map(({ run, plain }) => plain.millisecondsPerToken / run.millisecondsPerToken);
  const accepted = runs.flatMap(({ run }) => run.accepted);
  const reached = (length: number): number => accepted.filter((count) => count >= length).length;
  const longest = Math.max(0, ...accepted);
  const byPosition = Array.from({ length: longest }, (_, at) => reached(at + 1) / reached(at));
  const rounds = sum(of((run) => run.rounds));
  const tokensPerRound = sum(of(({ tokens }) => tokens.length)) / rounds;
  const drafts = sum(of((run) => run.drafterPasses)) / rounds;
  const single = itemAt(target, 1);
  const costRatio = drafterPass / single;
  const rows = sum(of(({ rowsPerPass }) => rowsPerPass)) / runs.length;
  const blockCost = costOf(target, rows) / single;
  const allowed = (g: number): number => {
    let [survived, expected] = [1, 1];
    for (let at = 0; at < g; at++) {
      survived *= byPosition[at] ?? 0;
      expected += survived;
    }
    return expected / (g * costRatio + costOf(target, g + 1) / single);
  };
  const lookaheads = Array.from({ length: lookahead }, (_, at) => at + 1);
  return {
    task,
    drafter,
    algorithm: algorithm.id,
    temperature: sampling.temperature,
    lookahead,
    tokensPerSecond: 1000 / median(perToken),
    millisecondsPerToken: median(perToken),
    millisecondsPerTokenSpread: [quantile(perToken, 0.25), quantile(perToken, 0.75)],
    speedup: median(speedups),
    speedupSpread: [quantile(speedups, 0.25), quantile(speedups, 0.75)],
    acceptance: rounds === 0 ? 0 : reached(1) / rounds,
    acceptanceByPosition: byPosition,
    tokensPerRound,
    targetPasses: sum(of((run) => run.targetPasses)),
    drafterPasses: sum(of((run) => run.drafterPasses)),
    ttftMilliseconds: median(of((run) => run.ttftMilliseconds)),
    ceiling: tokensPerRound / (drafts * costRatio + blockCost),
    drafterPassesPerRound: drafts,
    costRatio,
    blockCost,
    bestLookahead:
      algorithm.id === "autoregressive"
        ? 0
        : lookaheads.reduce((best, g) => (allowed(g) > allowed(best) ? g : best), 1),
    lossless: lossless && algorithm.lossless !== false,
  };
}
