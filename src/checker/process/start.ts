import type { Limits } from "./limits.ts";

/** How an adapter is started and how long it may take. */
export interface Start {
  readonly command: readonly string[];
  readonly limits: Limits;
  readonly now: () => number;
  /** When everything must end, by `now`; never unless given. */
  readonly deadline?: number;
  /** What the process finds in its environment, unless ours says otherwise. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Names of our environment that the process gets besides the usual ones. */
  readonly passed?: readonly string[];
  /** Ends every process of a check at once. */
  readonly signal?: AbortSignal;
}
