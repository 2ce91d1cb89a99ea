import { Worker } from "node:worker_threads";
import { BadInput } from "../worlds/bad-input.ts";
import type { Io } from "./io.ts";
import type { Row } from "./verify.ts";

/** What somebody's module may use: other people's code is bounded in time and memory. */
const MOST_SECONDS = 120;
const MOST_MEGABYTES = 2048;

/** What the worker answers. */
export type ModuleAnswer = { readonly row: Row } | { readonly bad: string };

/**
 * Verifies a module's algorithm in a thread of its own, so that code that never returns, exits or fills the memory ends in
 * a message. What it prints goes to standard error.
 */
export const verifyModule = (module: string, world: string, lookahead: number, io: Io): Promise<Row> =>
  new Promise((resolve, reject) => {
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const worker = new Worker(new URL(`./verify-worker.${extension}`, import.meta.url), {
      workerData: { module, world, lookahead },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      stdout: true,
    });
    worker.stdout.on("data", (chunk) => io.err(String(chunk)));
    const fail = (found: string): void => {
      clearTimeout(timer);
      reject(new BadInput(module, found, "an algorithm whose rounds end"));
      void worker.terminate();
    };
    const timer = setTimeout(() => fail(`no answer within ${MOST_SECONDS} s`), MOST_SECONDS * 1000);
    worker.on("message", (answer: ModuleAnswer) => {
      clearTimeout(timer);
      if ("row" in answer) resolve(answer.row);
      else reject(new BadInput(module, answer.bad, "an algorithm that keeps the rules of a round"));
      void worker.terminate();
    });
    worker.on("error", (error) => fail(error.message));
    worker.on("exit", () => fail("an exit before an answer"));
  });
