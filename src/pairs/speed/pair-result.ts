import type { TaskResult } from "./measure.ts";

/** The measurements of one pair. */
export interface PairResult {
  readonly target: string;
  readonly drafter: string;
  readonly numerics: string;
  readonly tasks: Readonly<Record<string, TaskResult>>;
}
