import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/pairs/speed`, in the samples that were judged. */
export const cliBench: readonly Survivor[] = [
  ...survivorsOf("src/pairs/speed/measure.ts", "equivalent", "Every setting has its list from the start.", [
    [
      "runs.get(setting)?.push({ run: await once(setting), plain: run });",
      "runs.get(setting)?.push → runs.get(setting).push",
    ],
  ]),
  ...survivorsOf(
    "src/pairs/speed/table.ts",
    "equivalent",
    "A task has passes over 0 to 12 tokens, NaN where they were not timed.",
    [
      [
        'const blocks = [1, 3, 5, 6].map((rows) => passMilliseconds[rows]?.toFixed(2)).join(", ");',
        "passMilliseconds[rows]?.toFixed → passMilliseconds[rows].toFixed",
      ],
    ],
  ),
];
