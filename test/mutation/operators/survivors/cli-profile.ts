import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/pairs/profile`, in the samples that were judged. */
export const cliProfile: readonly Survivor[] = [
  ...survivorsOf(
    "src/pairs/profile/paper.ts",
    "equivalent",
    "The vocabulary that is recognised has tokens, and spells them.",
    [
      [
        "if (lengths === undefined || segmentations === undefined || longest === undefined) return [];",
        '[] → ["Stryker was here"]',
      ],
    ],
  ),
  ...survivorsOf(
    "src/pairs/profile/paper.ts",
    "equivalent",
    "The vocabulary that is recognised has more tokens than the 150,000 shortest.",
    [
      [
        "if (lengths === undefined || segmentations === undefined || longest === undefined) return [];",
        "longest === undefined → false",
      ],
    ],
  ),
  ...survivorsOf("src/pairs/profile/spread.ts", "equivalent", "Equal values are the same in any order.", [
    ["const sorted = values.slice().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));", "a < b → a <= b"],
    ["const sorted = values.slice().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));", "a > b → a >= b"],
    ["const sorted = values.slice().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));", "a > b → true"],
  ]),
  ...survivorsOf(
    "src/pairs/profile/vocabulary-profile.ts",
    "equivalent",
    "There is no piece under null, and null stands for that too.",
    [
      [
        "stopToken: vocabulary.eos === null ? null : (vocabulary.pieces[vocabulary.eos] ?? null),",
        "vocabulary.eos === null → false",
      ],
    ],
  ),
];
