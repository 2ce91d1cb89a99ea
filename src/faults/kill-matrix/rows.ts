import type { Mutant } from "../../../fixtures/faults/mutant.ts";
import { openPool } from "../../system/threads/pool.ts";
import type { Column } from "./column.ts";
import { openBed, type Row, rowOf } from "./matrix.ts";
import type { MutantTask } from "./mutant-worker.ts";

/** A thread needs a second to start: so few rows are sooner done without one. */
const FEW_ROWS = 4;

/** The rows of the kill matrix, in as many threads as are worth it; they are the same for any number. */
export function matrixRows(
  chosen: readonly Mutant[],
  seed: number,
  tiers: readonly Column[],
  most: number,
  progress: (line: string) => void,
): Row[] | Promise<Row[]> {
  const workers = Math.min(most, Math.ceil(chosen.length / FEW_ROWS));
  return workers === 1 ? rowsHere(chosen, seed, tiers, progress) : rowsInThreads(chosen, seed, workers, progress);
}

type Progress = (line: string) => void;

const rowsHere = (chosen: readonly Mutant[], seed: number, tiers: readonly Column[], progress: Progress): Row[] => {
  const bed = openBed();
  return chosen.map((mutant, at) => {
    progress(`${at + 1} of ${chosen.length}: ${mutant.id}`);
    return rowOf(mutant, bed, seed, tiers);
  });
};

const rowsInThreads = async (
  chosen: readonly Mutant[],
  seed: number,
  workers: number,
  progress: Progress,
): Promise<Row[]> => {
  const pool = openPool<MutantTask, Row>(new URL("./mutant-worker.js", import.meta.url), workers);
  let done = 0;
  try {
    const rows = chosen.map(async ({ id }) => {
      const row = await pool.ask({ id, seed });
      progress(`${++done} of ${chosen.length}: ${id}`);
      return row;
    });
    return await Promise.all(rows);
  } finally {
    await pool.close();
  }
};
