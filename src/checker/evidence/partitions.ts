import type { Partition } from "../../evidence/stats/sequence-process.ts";

/** The emitted tokens whose whole history has a cell of its own. */
const DEPTH = 3;

/**
 * The three ways to sort the pasts of one case: by the full history, for the first tokens; by the index in the answer and
 * the model's state; by the state alone. Fine cells see faults of one place in a block, coarse ones what all places share.
 */
export function partitions(promptLength: number, state: (context: readonly number[]) => string): Partition[] {
  return [
    (past) => (past.length - promptLength <= DEPTH ? past.join() : undefined),
    (past) => `${past.length}/${state(past)}`,
    state,
  ];
}

/** Cells of one partition, at most: what one case can remember. */
export const MOST_CELLS = 4096;
