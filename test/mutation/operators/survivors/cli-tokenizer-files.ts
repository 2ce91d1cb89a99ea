import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/pairs/tokenizer-files`, in the samples that were judged. */
export const cliTokenizerFiles: readonly Survivor[] = [
  ...survivorsOf(
    "src/pairs/tokenizer-files/check-tokenizer-json.ts",
    "performance",
    "The reader looks at the id 0 again, and takes it.",
    [
      [
        "const isId = Number.isInteger(id) && (id as number) >= 0 && (id as number) <= HIGHEST_ID;",
        "(id as number) >= 0 → id as number > 0",
      ],
    ],
  ),
];
