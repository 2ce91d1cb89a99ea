import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/faults/kill-matrix`, in the samples that were judged. */
export const cliMutants: readonly Survivor[] = [
  ...survivorsOf(
    "src/faults/kill-matrix/statistics.ts",
    "performance",
    "A plan of exactly so few samples is good enough; one more is only looked for.",
    [
      [
        "if (best !== undefined && best.samples <= FEW_SAMPLES) return best;",
        "best.samples <= FEW_SAMPLES → best.samples < FEW_SAMPLES",
      ],
    ],
  ),
];
