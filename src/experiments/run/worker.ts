import { stream } from "../../core/handlers/random.ts";
import { at as itemAt } from "../../core/num/at.ts";
import { replyWith } from "../../system/threads/reply.ts";
import type { Experiment, Row } from "../experiment.ts";
import { experiments } from "../registry.ts";

/** One row to compute: whose, with which seed, and at which place of the grid. */
export interface RowTask {
  readonly experiment: string;
  readonly seed: number;
  readonly at: number;
}

// A thread that computes rows: one row a task.
replyWith(async ({ experiment: name, seed, at }: RowTask): Promise<Row> => {
  const experiment = experiments.find((one) => one.name === name) as Experiment;
  const point = itemAt(experiment.points, at);
  return await experiment.row(point, stream(seed, `${name}/${JSON.stringify(point)}`));
});
