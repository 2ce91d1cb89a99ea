import { printable } from "../core/vocab/printable.ts";

/** Longest progress line, in characters: names in it may come from outside. */
export const LONGEST_PROGRESS = 300;

const MINUTE = 60_000;

/** Progress for logs, where nobody watches: at most one line a minute, the first after a minute. */
export function slowProgress(write: (text: string) => void, now: () => number): (line: string) => void {
  let last = now();
  return (line) => {
    const time = now();
    if (line === "" || time - last < MINUTE) return;
    last = time;
    write(`${printable(line, LONGEST_PROGRESS)}\n`);
  };
}
