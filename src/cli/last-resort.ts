import { describeError } from "../system/describe-error.ts";
import type { Io } from "../system/io.ts";
import { BAD_INPUT } from "./exit.ts";

/** What of a process this needs. */
export interface Catching {
  on(event: "uncaughtException" | "unhandledRejection", heard: (error: unknown) => void): unknown;
  on(event: "exit", heard: (status: number) => void): unknown;
  exit(status: number): unknown;
  exitCode?: number | string | null | undefined;
}

/** Node's own status for a main module that waits for what never comes. */
const NEVER_ENDED = 13;

/** What nobody catches ends the process in one line and status 2: 1 would mean that something is refuted. */
export function lastResort(process: Catching, io: Pick<Io, "err" | "debug">): void {
  const heard = (error: unknown): void => {
    io.err(`lossless: ${describeError(error, io.debug ?? false)}\n`);
    process.exit(BAD_INPUT);
  };
  process.on("uncaughtException", heard);
  process.on("unhandledRejection", heard);
  process.on("exit", (status) => {
    if (status !== NEVER_ENDED) return;
    io.err("lossless: it waited for something that never came\n");
    process.exitCode = BAD_INPUT;
  });
}
