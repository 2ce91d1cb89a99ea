import type { CheckResult } from "./check-algorithm.ts";
import type { CheckRow, CheckVerdict } from "./verdict.ts";

/** The verdict of a whole check: the gravest of its rows. A breach of contract leaves the law's verdict as it is. */
export const overall = ({ rows }: Pick<CheckResult, "rows">): CheckVerdict => {
  const some = (verdict: CheckVerdict): boolean => rows.some((row) => row.verdict === verdict);
  if (some("refuted")) return "refuted";
  if (some("broken")) return "broken";
  if (some("unknown")) return "unknown";
  return rows.some(isLaw) ? "consistent" : "not applicable";
};

/** Steps that say nothing of the algorithm itself. */
const PRELIMINARY = ["score self-test", "autoregressive self-test", "positive control", "replay check"];

/** A row in which the algorithm's own tokens were looked at. */
const isLaw = ({ verdict, step, tokens }: CheckRow): boolean =>
  verdict === "consistent" && tokens > 0 && !PRELIMINARY.includes(step);

/** $\log_{10}$ of the largest e-value that any case reached. */
export const largest = ({ rows }: Pick<CheckResult, "rows">): number | null => {
  const peaks = rows.flatMap(({ evidence }) =>
    evidence === undefined ? [] : [evidence.peak ?? Number.POSITIVE_INFINITY],
  );
  const peak = Math.max(...peaks, 0);
  return Number.isFinite(peak) ? peak : null;
};

/** Cases in which tokens were tested, what the adapter cannot be asked, and cases that were planned but not reached. */
export const reach = ({
  rows,
}: Pick<CheckResult, "rows">): {
  readonly tested: CheckRow[];
  readonly beyond: CheckRow[];
  readonly unreached: CheckRow[];
} => {
  const cases = rows.filter(({ evidence }) => evidence !== undefined);
  return {
    tested: cases.filter(({ sequences }) => sequences > 0),
    beyond: rows.filter(({ verdict }) => verdict === "not applicable"),
    unreached: cases.filter(({ verdict, sequences }) => verdict !== "not applicable" && sequences === 0),
  };
};
