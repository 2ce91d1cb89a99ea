import type { Mutant } from "../../fixtures/mutants/mutant.ts";
import { mutants } from "../../fixtures/mutants/registry.ts";
import { replyWith } from "../experiments/threads/reply.ts";
import { loadOracle } from "./load-oracle.ts";
import { columns, openBed, rowOf } from "./mutants/matrix.ts";

/** One row of the kill matrix. */
export interface MutantTask {
  readonly id: string;
  readonly seed: number;
}

// A thread that tries mutants: one row a task.
const bed = openBed();
const tiers = columns(await loadOracle());
replyWith(({ id, seed }: MutantTask) => rowOf(mutants.find((one) => one.id === id) as Mutant, bed, seed, tiers));
