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
}

const CLEAR_LINE = "\r\u001b[2K";

/** The process's own streams and clock. */
export const processIo: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`${CLEAR_LINE}${line}`);
  },
  now: () => performance.now(),
  styled: process.stdout.isTTY === true,
};
