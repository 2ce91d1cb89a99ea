import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/pairs/model-files`, in the samples that were judged. */
export const cliModelFiles: readonly Survivor[] = [
  ...survivorsOf("src/pairs/model-files/open-model.ts", "equivalent", "A pass that is asked for one row gives one.", [
    [
      "const columns = source.signature.columns ?? config.vocabularySize ?? (await source.rows([0], 1))[0]?.length ?? 0;",
      "(await source.rows([0], 1))[0]?.length → (await source.rows([0], 1))[0].length",
    ],
  ]),
  ...survivorsOf(
    "src/pairs/model-files/open-model.ts",
    "equivalent",
    "A text is no id, so it is beyond no tokenizer.",
    [
      [
        "const named = [...config.stops, ...(config.begin === undefined ? [] : [config.begin])];",
        '[] → ["Stryker was here"]',
      ],
    ],
  ),
];
