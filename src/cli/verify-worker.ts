import { parentPort, workerData } from "node:worker_threads";
import { rational } from "../num/rational.ts";
import { readWorld } from "../worlds/files.ts";
import { loadAlgorithm } from "./load-algorithm.ts";
import { timed } from "./verify.ts";
import type { ModuleAnswer } from "./verify-module.ts";

// The thread that runs somebody's module: one world, one answer.
const { module, world, lookahead } = workerData as { module: string; world: string; lookahead: number };

const answer = async (): Promise<ModuleAnswer> => {
  try {
    const algorithm = await loadAlgorithm(module);
    const read = { ...readWorld(rational, world), lookahead };
    if (!(algorithm.fits?.(read) ?? true)) return { bad: `that it does not fit the world "${read.name}"` };
    return { row: timed(read, algorithm, { now: () => performance.now() }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { bad: message.split("\n")[0] as string };
  }
};

parentPort?.postMessage(await answer());
