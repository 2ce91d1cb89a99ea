import { printable } from "../core/vocab/printable.ts";
import { type Interruption, listen } from "./interruption.ts";
import { printableLines } from "./printable-lines.ts";
import { LONGEST_PROGRESS, slowProgress } from "./slow-progress.ts";

/** Where a command writes: results to `out`, all else to `err`. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Replaces the progress line of a terminal; without one, writes a line a minute. */
  progress(line: string): void;
  /** Milliseconds from some fixed moment. */
  now(): number;
  /** Is `out` a terminal, where text can be underlined? */
  readonly styled?: boolean;
  /** Is the stack of an unexpected error wanted? */
  readonly debug?: boolean;
  /** Listens for an end from outside, where the command tells then what it has found. */
  interruption?(): Interruption;
}

const CLEAR_LINE = "\r\u001b[2K";

/** What of a process is written to. */
export interface Streams {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
}

/** A process's own streams and clock. */
export function openIo({ stdout, stderr }: Streams = process, now = () => performance.now()): Io {
  // Messages may hold words from outside; only progress, written below, moves the cursor.
  const err = (text: string): void => void stderr.write(printableLines(text));
  const inLog = slowProgress(err, now);
  return {
    out: (text) => void stdout.write(text),
    err,
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`${CLEAR_LINE}${printable(line, LONGEST_PROGRESS)}`);
      else inLog(line);
    },
    now,
    get styled() {
      return stdout.isTTY === true;
    },
    debug: process.env.LOSSLESS_DEBUG === "1",
    interruption: () => listen(process),
  };
}
