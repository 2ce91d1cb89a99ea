import type { Mutant } from "../../../fixtures/faults/mutant.ts";
import { mutants } from "../../../fixtures/faults/registry.ts";
import { loadOracle } from "../../system/load-oracle.ts";
import { replyWith } from "../../system/threads/reply.ts";
import { columns, openBed, rowOf } from "./matrix.ts";

/** One row of the kill matrix. */
export interface MutantTask {
  readonly id: string;
  readonly seed: number;
}

// A thread that tries mutants: one row a task.
const bed = openBed();
const tiers = columns(await loadOracle());
replyWith(({ id, seed }: MutantTask) => rowOf(mutants.find((one) => one.id === id) as Mutant, bed, seed, tiers));
