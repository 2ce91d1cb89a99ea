import { command } from "../table/command.ts";

/** `lossless init`. */
export const initTable = command({
  name: "init",
  usage: ["[FOLDER]"],
  summary: "begin with an algorithm of your own: three small files that work",
  about:
    "Writes algorithm.ts, algorithm.test.ts and world.json into the folder, or into the current one. The algorithm is lossless and its test passes: change it. Files that are there already are never overwritten.",
  words: true,
  options: {},
  notes: "Exit status: 0, or 2 where one of the files is there already or cannot be written.",
  examples: [["my-decoder", "into a folder of its own"]],
});
