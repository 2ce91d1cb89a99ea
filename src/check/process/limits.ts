/** How long an adapter may take, in seconds. */
export interface Limits {
  /** From the start of the process to `hello`. */
  readonly hello: number;
  /** For a world, scores or a ping. */
  readonly ready: number;
  /** From a run's request to its first sequence. */
  readonly first: number;
  /** Between later sequences; 20 times the median time of a sequence where that is more. */
  readonly next: number;
  /** From `bye` to the end of the process. */
  readonly bye: number;
}

export const defaultLimits: Limits = { hello: 60, ready: 30, first: 30, next: 10, bye: 5 };

/** How many times the usual time a sequence may take. */
export const PATIENCE = 20;

/** How often an adapter may ask for a sign of life while something else is due. */
export const MOST_PINGS = 100;
