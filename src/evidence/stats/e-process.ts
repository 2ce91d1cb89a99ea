import { type Finding, judge, type Rates, type StatisticalVerdict } from "./verdict.ts";

/**
 * Evidence that may be looked at after every sample: a process that starts at 1 and, under the law, cannot be expected
 * to grow.
 *
 * For a nonnegative supermartingale $E_n$ with $E_0 = 1$, or an average of such,
 * $P(\exists n : E_n \ge 1/\alpha) \le \alpha$: look as often as wanted and stop when wanted. Source: Ville 1939;
 * Ramdas, Grünwald, Vovk, Shafer 2023. Values are kept as logarithms, in nats.
 */
export interface EProcess {
  readonly samples: number;
  /** $\ln E_n$ now. */
  readonly logValue: number;
  /** $\max_{i \le n} \ln E_i$; its inverse $1 / \max E_i$ is a p-value at every stopping time. */
  readonly logPeak: number;
}

/** The verdict of an e-process at this moment: refuted exactly when it has ever reached $1/\alpha$. */
export function judgeProcess(
  process: EProcess,
  finding: Pick<Finding, "test" | "detectable" | "basis" | "impossible" | "suspects">,
  rates: Rates,
): StatisticalVerdict {
  return judge(
    {
      ...finding,
      samples: process.samples,
      statistic: process.logPeak,
      pValue: Math.min(1, Math.exp(-process.logPeak)),
    },
    rates,
  );
}
