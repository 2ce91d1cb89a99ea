import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/cli` and of what stands in `src/system` for it, in the samples that were judged. */
export const cli: readonly Survivor[] = [
  ...survivorsOf(
    "src/system/open-tier.ts",
    "performance",
    "The counts are the same in this thread and in others; only the time differs.",
    [
      [
        'if (name !== "statistics" || workers === 1) return tierOf(name).open(options);',
        "workers === 1 → workers !== 1",
      ],
    ],
  ),
];
