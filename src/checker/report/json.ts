import type { CheckResult } from "../check-algorithm.ts";
import { largest, overall } from "../overall.ts";
import type { ReportFrame } from "./frame.ts";
import { again, evidenceless } from "./text.ts";

/** The result of one algorithm for scripts; e-values as powers of ten, null where infinite. */
export function jsonReport(result: CheckResult, { repeat, suspects }: ReportFrame): object {
  const { hello, algorithm, seed, alpha, threshold, sequences, tokens, seconds, starts, passes } = result;
  const { refuted, end = null, errors, rows } = result;
  return {
    algorithm,
    verdict: overall(result),
    ...(evidenceless(result).length === 0 ? {} : { why: evidenceless(result).join() }),
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
    refuted,
    suspects,
    end,
    errors,
    repeat,
    rows: rows.map((row) => (row.verdict === "refuted" ? { ...row, repeat: again(repeat, row) } : row)),
  };
}

/** Signs that a JSON text may hold and a terminal obeys or hides. */
const UNPRINTABLE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as JSON text in which a terminal finds nothing to obey; what it stands for is the same. */
export function printableJson(value: unknown): string {
  const escaped = (sign: string): string =>
    Array.from({ length: sign.length }, (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, "0")}`).join("");
  return JSON.stringify(value, null, 2).replace(UNPRINTABLE, escaped);
}
