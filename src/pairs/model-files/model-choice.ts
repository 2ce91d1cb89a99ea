import type { Sampling } from "../../core/models/sampling-law.ts";

/** Which real models are run, and how. */
export interface ModelChoice {
  readonly target: string;
  readonly drafter: string;
  readonly sampling: Sampling;
  readonly threads: number;
  readonly exactRows: boolean;
  readonly notLossless: boolean;
}
