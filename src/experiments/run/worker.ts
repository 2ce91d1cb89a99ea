import { parentPort, workerData } from "node:worker_threads";
import { stream } from "../../handlers/random.ts";
import type { Experiment, Point } from "../experiment.ts";
import { experiments } from "../registry.ts";
import type { Answer, Task } from "./pool.ts";

// The thread that computes rows: one place in, one row out.
const { experiment: name, seed } = workerData as Task;
const experiment = experiments.find((one) => one.name === name) as Experiment;

const answer = async (at: number): Promise<Answer> => {
  const point = experiment.points[at] as Point;
  try {
    return { at, row: await experiment.row(point, stream(seed, `${name}/${JSON.stringify(point)}`)) };
  } catch (error) {
    return { at, failed: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.on("message", async (at: number) => parentPort?.postMessage(await answer(at)));
