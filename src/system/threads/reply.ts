import { parentPort } from "node:worker_threads";
import { BadInput } from "../../core/worlds/bad-input.ts";
import type { Reply } from "./pool.ts";

/** A thread's side of a pool: answers every task, and whatever goes wrong is an answer. */
export function replyWith<T, R>(answer: (task: T) => R | Promise<R>): void {
  parentPort?.on("message", async (task: T) => parentPort?.postMessage(await replyTo(answer, task)));
}

const replyTo = async <T, R>(answer: (task: T) => R | Promise<R>, task: T): Promise<Reply<R>> => {
  try {
    return { result: await answer(task) };
  } catch (error) {
    if (error instanceof BadInput) return { where: error.where, found: error.found, expected: error.expected };
    return { message: error instanceof Error ? error.message : String(error) };
  }
};
