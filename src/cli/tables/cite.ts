import { command } from "../table/command.ts";

/** `lossless cite`. */
export const citeTable = command({
  name: "cite",
  usage: ["ID"],
  summary: "a BibTeX entry of an algorithm or a theorem, with version, commit and hash",
  about:
    "Prints a BibTeX entry for the specification of an algorithm, or for one of its theorems: address, version, commit, a hash of the source and of the statements, date. What is not known is left out.",
  words: true,
  options: {},
  examples: [
    ["tli", "the algorithm"],
    ["tli_lossless", "a theorem"],
  ],
});
