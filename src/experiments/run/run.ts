import { wrongField } from "../columns.ts";
import type { Experiment } from "../experiment.ts";
import { computeRows } from "./compute-rows.ts";
import { headerLine, placesOf, type Shard } from "./header.ts";
import { lineOf } from "./read-rows.ts";
import { openRows } from "./rows-file.ts";

/** How far a run has come. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  /** Rows made by this run, so that time left can be told from time taken. */
  readonly fresh: number;
}

/** What a run needs to know beside its experiment. */
export interface RunOptions {
  readonly file: string;
  readonly seed: number;
  readonly shard: Shard;
  readonly workers: number;
  readonly progress: (progress: Progress) => void;
}

/**
 * Appends the rows of a shard to its file, those that it has already left out.
 *
 * Rows are appended as they come; when all are there, the file is put in the grid's order, so that its bytes depend on
 * the experiment, the seed and the shard only. A run that is killed at any moment is continued by the same call; two runs
 * of one file at the same time are not: the second is refused.
 */
export async function runExperiment(experiment: Experiment, options: RunOptions): Promise<Progress> {
  const { file, seed, shard, workers, progress } = options;
  const header = headerLine(experiment, seed, shard);
  const places = placesOf(experiment, shard);
  const rows = openRows(file, experiment, header, places);
  const missing = places.filter((at) => !rows.known.has(at));
  let fresh = 0;
  const told = (): Progress => ({ done: rows.known.size + fresh, of: places.length, fresh });
  progress(told());
  try {
    await computeRows({ experiment: experiment.name, seed }, missing, workers, (at, row) => {
      const wrong = wrongField(experiment, row);
      if (wrong !== undefined) throw new Error(`point ${at}: found ${wrong.found}, expected ${wrong.expected}`);
      rows.append(lineOf(experiment, at, row));
      fresh++;
      progress(told());
    });
    rows.finish();
  } finally {
    rows.close();
  }
  return told();
}
