import type { Progress } from "./run.ts";

/** Rows with their number. */
export function counted(rows: number): string {
  return `${rows} ${rows === 1 ? "row" : "rows"}`;
}

/** How far a run is, and how long it will still take. */
export function progressLine(name: string, { done, of, fresh }: Progress, seconds: number): string {
  const left = fresh === 0 ? "" : `, ${duration((seconds / fresh) * (of - done))} left`;
  return `${name}: ${done} of ${counted(of)}${left}`;
}

const duration = (seconds: number): string =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.ceil(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`;
