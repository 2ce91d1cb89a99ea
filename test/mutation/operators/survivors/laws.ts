import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/evidence`. */
export const laws: readonly Survivor[] = [
  ...survivorsOf(
    "src/evidence/tiers/enumeration/contexts.ts",
    "equivalent",
    "Contexts of one name are one class, whichever stands for it.",
    [
      [
        "if (!seen.has(afterKey) && !there.has(afterKey)) there.set(afterKey, after);",
        "!seen.has(afterKey) && !there.has(afterKey) → true",
      ],
      [
        "if (!seen.has(afterKey) && !there.has(afterKey)) there.set(afterKey, after);",
        "!seen.has(afterKey) && !there.has(afterKey) → !seen.has(afterKey) || !there.has(afterKey)",
      ],
    ],
  ),
  ...survivorsOf("src/evidence/tiers/enumeration/lossless.ts", "equivalent", "An equal gap is the same.", [
    ["if (field.compare(here, gap) > 0) gap = here;", "field.compare(here, gap) > 0 → field.compare(here, gap) >= 0"],
  ]),
];
