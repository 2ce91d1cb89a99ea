import { parentPort } from "node:worker_threads";
import { BadInput } from "../worlds/bad-input.ts";
import type { Reply } from "./pool.ts";

/** A thread's side of a pool: answers every task, and whatever goes wrong is an answer. */
export const replyWith = <T, R>(answer: (task: T) => R): void => {
  parentPort?.on("message", (task: T) => parentPort?.postMessage(replyTo(answer, task)));
};

const replyTo = <T, R>(answer: (task: T) => R, task: T): Reply<R> => {
  try {
    return { result: answer(task) };
  } catch (error) {
    if (error instanceof BadInput) return { where: error.where, found: error.found, expected: error.expected };
    return { message: error instanceof Error ? error.message : String(error) };
  }
};
