import type { Interruption } from "../system/interruption.ts";
import type { Lost } from "./module-process.ts";
import type { ModuleProcesses } from "./module-rows.ts";
import type { ModuleReply, ModuleTask } from "./task.ts";

/** Ctrl-C while a module is judged: it is heard at once, and nothing more is asked of a process. */
export interface Interruptible {
  /** Resolves when somebody interrupts. */
  readonly heard: Promise<undefined>;
  isOver(): boolean;
  /** The same process, of which nothing is asked any more when it is over. */
  until(process: ModuleProcesses["exact"]): ModuleProcesses["exact"];
}

/** What an interruption ends; without one, nothing does. */
export function interruptible(interruption: Interruption | undefined): Interruptible {
  const signal = interruption?.signal;
  const isOver = (): boolean => signal?.aborted ?? false;
  return {
    heard: new Promise((resolve) => signal?.addEventListener("abort", () => resolve(undefined))),
    isOver,
    until: (process) => {
      let last: Promise<unknown> = Promise.resolve();
      return {
        close: () => process.close(),
        ask: (task: ModuleTask): Promise<ModuleReply | Lost> => {
          const answer = last.then(() => (isOver() ? { lost: "interrupted" } : process.ask(task)));
          last = answer.catch(() => undefined);
          return answer;
        },
      };
    },
  };
}
