import { Worker } from "node:worker_threads";
import type { Row } from "../experiment.ts";

/** What a thread is told once: whose rows, and with which seed. */
export interface Task {
  readonly experiment: string;
  readonly seed: number;
}

/** A thread's answer about one point. */
export type Answer = { readonly at: number; readonly row: Row } | { readonly at: number; readonly failed: string };

/**
 * Computes the rows of some places in threads; `done` is told each as soon as it is known, in no fixed order.
 *
 * Threads stop when all is done, or at the first failure, which rejects.
 */
export const computeRows = (
  task: Task,
  places: readonly number[],
  workers: number,
  done: (at: number, row: Row) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const waiting = places.slice().reverse();
    let left = places.length;
    const threads: Worker[] = [];
    const finish = (error?: Error): void => {
      for (const thread of threads) void thread.terminate();
      if (error === undefined) resolve();
      else reject(error);
    };
    const next = (thread: Worker): void => {
      const at = waiting.pop();
      if (at !== undefined) thread.postMessage(at);
    };
    if (left === 0) return finish();
    for (let i = 0; i < Math.min(workers, left); i++) {
      const thread = new Worker(entry(), { workerData: task });
      threads.push(thread);
      thread.on("message", (answer: Answer) => {
        if ("failed" in answer) return finish(new Error(`${task.experiment}, point ${answer.at}: ${answer.failed}`));
        try {
          done(answer.at, answer.row);
        } catch (error) {
          return finish(error as Error);
        }
        if (--left === 0) finish();
        else next(thread);
      });
      thread.on("error", finish);
      next(thread);
    }
  });

/** The thread's first module: loads the worker through the TypeScript loader when this package runs from its sources. */
const entry = (): URL => {
  if (import.meta.url.endsWith(".js")) return new URL("./worker.js", import.meta.url);
  const file = JSON.stringify(new URL("./worker.ts", import.meta.url).href);
  const api = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  return new URL(`data:text/javascript,import { tsImport } from ${api}; await tsImport(${file}, ${file});`);
};
