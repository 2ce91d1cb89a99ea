import { mutants } from "../../../fixtures/faults/registry.ts";
import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import { algorithms } from "../../core/algorithms/registry.ts";

/** What the page can run: the algorithms, and known faults of them that change the law. */
export interface Choice {
  readonly algorithm: Algorithm;
  /** What a fault does wrong; empty for an algorithm. */
  readonly fault: string;
  /** The algorithm that a fault is a faulty version of; of an algorithm itself. */
  readonly repaired: string;
}

/** Readings of the paper that fail, besides the faults that engines had. */
const READINGS = ["slrs-no-proposal-from-target", "slrs-psi-exact-segmentations", "slrs-psi-all-lengths"];

const faults: readonly Choice[] = mutants
  .filter((mutant) => mutant.kind === "law" && (mutant.documented !== undefined || READINGS.includes(mutant.id)))
  .flatMap((mutant) =>
    "algorithm" in mutant ? [{ algorithm: mutant.algorithm, fault: mutant.mechanism, repaired: mutant.wounds }] : [],
  )
  .filter(({ algorithm }) => !algorithms.includes(algorithm));

/** In the order of the page's list. */
export const choices: readonly Choice[] = [
  ...algorithms.map((algorithm) => ({ algorithm, fault: "", repaired: algorithm.id })),
  ...faults,
];
