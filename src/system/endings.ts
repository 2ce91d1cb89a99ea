/** What of a process this needs. */
export interface Ending {
  on(event: "exit", heard: () => void): unknown;
  once(signal: Signal, heard: () => void): unknown;
  listenerCount(signal: Signal): number;
  kill(pid: number, signal: Signal): unknown;
  readonly pid: number;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type Signal = (typeof SIGNALS)[number];

/**
 * What is to be ended when a process ends, also when it is interrupted; one that listens for an interruption itself ends
 * when it likes. The process is listened to from the first on.
 */
export class Endings {
  readonly #process: Ending;
  readonly #ends = new Set<() => void>();
  #guarded = false;

  constructor(process: Ending) {
    this.#process = process;
  }

  add(end: () => void): void {
    this.#ends.add(end);
    if (this.#guarded) return;
    this.#guarded = true;
    const process = this.#process;
    process.on("exit", this.#endAll);
    for (const signal of SIGNALS) {
      process.once(signal, () => {
        this.#endAll();
        if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
      });
    }
  }

  delete(end: () => void): void {
    this.#ends.delete(end);
  }

  readonly #endAll = (): void => {
    for (const end of this.#ends) end();
  };
}
