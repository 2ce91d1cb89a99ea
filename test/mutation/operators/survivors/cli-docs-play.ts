import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/site/play`, in the samples that were judged. */
export const cliDocsPlay: readonly Survivor[] = [
  ...survivorsOf("src/site/play/elements.ts", "equivalent", "A text in a list is added as a text too.", [
    [
      '...cells.map((cell) => make("td", typeof cell === "string" ? cell : [cell])),',
      'typeof cell === "string" → false',
    ],
  ]),
  ...survivorsOf(
    "src/site/play/elements.ts",
    "equivalent",
    "The letters of a text, one after another, are that text.",
    [['if (typeof inside === "string") element.textContent = inside;', 'typeof inside === "string" → false']],
  ),
  ...survivorsOf("src/site/play/state.ts", "equivalent", "Reading a field fails in no other way.", [
    ["if (!(error instanceof Refused)) throw error;", "!(error instanceof Refused) → false"],
  ]),
];
