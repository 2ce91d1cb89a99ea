import { command } from "../table/command.ts";

/** `lossless explain`. */
export const explainTable = command({
  name: "explain",
  usage: ["[TERM]"],
  summary: "what a word of the answers means: gap, horizon, context, …",
  about: "Says what a word means. Without one, lists all words.",
  words: true,
  options: {},
  notes: "Exit status: 0, or 2 for a word that is not in the list; the nearest words are named.",
  examples: [
    ["gap", "one word"],
    ["every horizon", "a word of two words needs no quotes"],
  ],
});
