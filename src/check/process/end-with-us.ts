const ending = new Set<() => void>();

const endAll = (): void => {
  for (const end of ending) end();
};

let guarded = false;

/**
 * Ends a child when this process ends, also when it is interrupted, unless it is let go before; one that listens for an
 * interruption itself ends when it likes.
 */
export function endWithUs(end: () => void): void {
  ending.add(end);
  if (guarded) return;
  guarded = true;
  process.on("exit", endAll);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      endAll();
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
}

/** The child has ended by itself or was ended. */
export function letGo(end: () => void): void {
  ending.delete(end);
}
