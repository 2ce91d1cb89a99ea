import { Worker } from "node:worker_threads";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { threadEntry } from "./entry.ts";

/** What a thread answers to a task: a result, the parts of a refusal, or an error's message. */
export type Reply<R> =
  | { readonly result: R }
  | { readonly where: string; readonly found: string; readonly expected: string }
  | { readonly message: string };

/** Threads that answer tasks, each one task at a time. */
export interface Pool<T, R> {
  readonly size: number;
  ask(task: T): Promise<R>;
  /** Ends the threads; what is still open is refused. */
  close(): Promise<void>;
}

interface Open<T, R> {
  readonly task: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens `size` threads that run a module, named by its built file. A thread that dies refuses every task, so that nobody
 * waits for an answer that will not come. They end with the process.
 */
export function openPool<T, R>(module: URL, size: number): Pool<T, R> {
  const waiting: Open<T, R>[] = [];
  const busy = new Map<Worker, Open<T, R>>();
  const idle: Worker[] = [];
  let lost: Error | undefined;

  const give = (): void => {
    while (idle.length > 0 && waiting.length > 0) {
      const worker = idle.pop() as Worker;
      const open = waiting.shift() as Open<T, R>;
      busy.set(worker, open);
      worker.postMessage(open.task);
    }
  };
  const fail = (found: string): void => {
    lost ??= new BadInput("a thread", found, "an answer");
    for (const { reject } of [...busy.values(), ...waiting.splice(0)]) reject(lost);
    busy.clear();
  };
  const start = (): Worker => {
    const worker = new Worker(threadEntry(module));
    worker.on("message", (reply: Reply<R>) => {
      const open = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      give();
      if ("result" in reply) open?.resolve(reply.result);
      else if ("where" in reply) open?.reject(new BadInput(reply.where, reply.found, reply.expected));
      else open?.reject(new Error(reply.message));
    });
    worker.on("error", (error) => fail(error.message));
    worker.on("exit", () => fail("its end"));
    return worker;
  };
  const workers = Array.from({ length: size }, start);
  idle.push(...workers);

  return {
    size,
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (lost !== undefined) return reject(lost);
        waiting.push({ task, resolve, reject });
        give();
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
