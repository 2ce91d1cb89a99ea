import type { CheckResult } from "./check-algorithm.ts";
import type { CheckRow, CheckVerdict } from "./verdict.ts";

/** The parts of a result that decide its verdict. */
export type Judged = Pick<CheckResult, "rows" | "counting">;

/**
 * The verdict of a whole check: the gravest of its rows. A breach of contract leaves the law's verdict as it is. Nothing is
 * consistent unless the algorithm's own tokens were judged.
 */
export function overall(result: Judged): CheckVerdict {
  const some = (verdict: CheckVerdict): boolean => result.rows.some((row) => row.verdict === verdict);
  if (some("refuted")) return "refuted";
  if (some("broken")) return "broken";
  return some("unknown") || nothingTested(result) ? "unknown" : "consistent";
}

/** Was no token of the algorithm judged in any of the steps and cases that count? */
export function nothingTested({ rows, counting }: Judged): boolean {
  return !rows.some((row) => row.verdict === "consistent" && row.tokens > 0 && counting.includes(row.step));
}

/** $\log_{10}$ of the largest e-value that any case reached. */
export function largest({ rows }: Pick<CheckResult, "rows">): number | null {
  const peaks = rows.flatMap(({ evidence }) =>
    evidence === undefined ? [] : [evidence.peak ?? Number.POSITIVE_INFINITY],
  );
  const peak = Math.max(...peaks, 0);
  return Number.isFinite(peak) ? peak : null;
}

/** Cases in which tokens were tested, what the adapter cannot be asked, and cases that were planned but not reached. */
export function reach({ rows }: Pick<CheckResult, "rows">): {
  readonly tested: CheckRow[];
  readonly beyond: CheckRow[];
  readonly unreached: CheckRow[];
} {
  const cases = rows.filter(({ evidence }) => evidence !== undefined);
  return {
    tested: cases.filter(({ sequences }) => sequences > 0),
    beyond: rows.filter(({ verdict }) => verdict === "not applicable"),
    unreached: rows.filter(({ verdict }) => verdict === "not reached"),
  };
}
