import { ALPHA, type CheckResult } from "./check-algorithm.ts";
import type { CheckRow } from "./verdict.ts";

/** The result of a check whose adapter never said hello. */
export function unstarted(
  algorithm: string,
  seed: number,
  row: Pick<CheckRow, "verdict" | "what">,
  end: CheckResult["end"],
  errors: readonly string[],
): CheckResult {
  return {
    hello: undefined,
    algorithm,
    seed,
    alpha: ALPHA,
    threshold: -Math.log10(ALPHA),
    rows: [{ step: "adapter", ...row, sequences: 0, tokens: 0 }],
    counting: [],
    refuted: [],
    end,
    paths: new Map(),
    sequences: 0,
    tokens: 0,
    seconds: 0,
    starts: 1,
    passes: { target: 0, drafter: 0, tokens: 0 },
    errors,
  };
}
