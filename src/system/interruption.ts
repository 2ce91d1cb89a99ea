/** The status of what was ended from outside, as a shell reports a program that Ctrl-C ended. */
export const INTERRUPTED = 130;

/** Somebody may end a command from outside; until `release` the command decides what is done about it. */
export interface Interruption {
  readonly signal: AbortSignal;
  release(): void;
}

/** What of a process this needs. */
export interface Signals {
  on(name: "SIGINT" | "SIGTERM", heard: () => void): unknown;
  off(name: "SIGINT" | "SIGTERM", heard: () => void): unknown;
  exit(status: number): unknown;
}

const NAMES = ["SIGINT", "SIGTERM"] as const;

/** Listens for Ctrl-C and a polite end: the first aborts the signal, so that what was found is told; the next exits at once. */
export function listen(process: Signals): Interruption {
  const controller = new AbortController();
  const heard = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  };
  for (const name of NAMES) process.on(name, heard);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of NAMES) process.off(name, heard);
    },
  };
}
