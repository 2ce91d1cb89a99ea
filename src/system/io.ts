import { printable } from "../core/vocab/printable.ts";
import { type Interruption, listen } from "./interruption.ts";
import { printableLines } from "./printable-lines.ts";

/** Where a command writes: results to `out`, all else to `err`, and progress only where a person watches. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Replaces the progress line; does nothing when no terminal is attached. */
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

/** Longest progress line, in characters: names in it may come from outside. */
const LONGEST_PROGRESS = 300;

const CLEAR_LINE = "\r\u001b[2K";

/** The process's own streams and clock. */
export const processIo: Io = {
  out: (text) => void process.stdout.write(text),
  // Messages may hold words from outside; only progress, written below, moves the cursor.
  err: (text) => void process.stderr.write(printableLines(text)),
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`${CLEAR_LINE}${printable(line, LONGEST_PROGRESS)}`);
  },
  now: () => performance.now(),
  get styled() {
    return process.stdout.isTTY === true;
  },
  debug: process.env.LOSSLESS_DEBUG === "1",
  interruption: () => listen(process),
};
