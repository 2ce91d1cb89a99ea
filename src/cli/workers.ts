import { availableParallelism } from "node:os";
import { UsageError } from "../system/usage.ts";

const MOST = 64;

/** The number of threads that `--workers` asks for: without it, one for each processor, 8 at most. */
export const workersOf = (text: string | undefined): number => {
  if (text === undefined) return Math.min(8, availableParallelism());
  if (/^[1-9]\d?$/.test(text) && Number(text) <= MOST) return Number(text);
  throw new UsageError(`found --workers "${text}", expected a whole number from 1 to ${MOST}`);
};
