/** How long an adapter may take, in seconds. */
export interface Limits {
  /** From the start of the process to `hello`. */
  readonly hello: number;
  /** For a world, scores or a ping. */
  readonly ready: number;
  /** From a run's request to its first sequence. */
  readonly first: number;
  /** Between later sequences; {@link patience} says when it is more. */
  readonly next: number;
  /** From `bye` to the end of the process. */
  readonly bye: number;
}

export const defaultLimits: Limits = { hello: 60, ready: 30, first: 30, next: 10, bye: 5 };

/** How many times the usual time its next message may take. */
export const PATIENCE = 20;

/** How many times `next` an adapter may take at most, however slow it was before. */
export const MOST_WAIT = 6;

/** How often an adapter may ask for a sign of life while something else is due. */
export const MOST_PINGS = 100;

/**
 * Seconds that the next message of a run may take: `first` until there is a sequence; then `next`, or {@link PATIENCE}
 * times what so many sequences usually took where that is more, and never more than {@link MOST_WAIT} times `next`.
 */
export function patience({ first, next }: Limits, seconds: number, received: number, chunk: number): number {
  if (received === 0) return first;
  const usual = PATIENCE * (seconds / received) * Math.max(1, chunk);
  return Math.min(Math.max(next, usual), MOST_WAIT * next);
}
