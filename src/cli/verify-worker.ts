import { parentPort, workerData } from "node:worker_threads";
import { answerModule } from "./answer-module.ts";

// The thread that runs somebody's module: one world, one answer.
const { module, world, lookahead } = workerData as { module: string; world: string; lookahead: number };
parentPort?.postMessage(await answerModule(module, world, lookahead));
