import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/cli`, in the samples that were judged. */
export const cli: readonly Survivor[] = [
  ...survivorsOf(
    "src/system/open-tier.ts",
    "performance",
    "The counts are the same in this thread and in others; only the time differs.",
    [["if (workers === 1) return alone(sampling(seed));", "workers === 1 → workers !== 1"]],
  ),
];
