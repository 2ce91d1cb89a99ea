import type { CheckResult } from "../check-algorithm.ts";
import { largest, overall } from "../overall.ts";
import { again, type ReportFrame } from "./text.ts";

/** The result of one algorithm for scripts; e-values as powers of ten, null where infinite. */
export const jsonReport = (result: CheckResult, { repeat, suspects }: ReportFrame): object => {
  const { hello, algorithm, seed, alpha, threshold, sequences, tokens, seconds, starts, passes, errors, rows } = result;
  return {
    algorithm,
    verdict: overall(result),
    tier: "statistics",
    adapter: hello === undefined ? null : { name: hello.name, version: hello.version, dtype: hello.dtype },
    seed,
    alpha,
    threshold,
    largest: largest(result),
    sequences,
    tokens,
    seconds,
    processes: starts,
    passes,
    suspects,
    errors,
    repeat,
    rows: rows.map((row) => (row.verdict === "refuted" ? { ...row, repeat: again(repeat, row) } : row)),
  };
};
