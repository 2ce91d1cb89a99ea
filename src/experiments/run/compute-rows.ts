import { openPool } from "../../system/threads/pool.ts";
import type { Row } from "../experiment.ts";
import type { RowTask } from "./worker.ts";

/**
 * Computes the rows of some places in threads; `done` is told each as soon as it is known, in no fixed order.
 *
 * Threads stop when all is done, or at the first failure, which rejects.
 */
export async function computeRows(
  task: Omit<RowTask, "at">,
  places: readonly number[],
  workers: number,
  done: (at: number, row: Row) => void,
): Promise<void> {
  const pool = openPool<RowTask, Row>(new URL("./worker.js", import.meta.url), Math.min(workers, places.length));
  const row = (at: number): Promise<Row> =>
    pool.ask({ ...task, at }).catch((error: Error) => {
      throw new Error(`${task.experiment}, point ${at}: ${error.message}`);
    });
  try {
    await Promise.all(places.map(async (at) => done(at, await row(at))));
  } finally {
    await pool.close();
  }
}
