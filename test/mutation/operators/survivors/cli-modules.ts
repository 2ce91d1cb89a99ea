import { type Survivor, survivorsOf } from "../survivor.ts";

/** Survivors of `src/modules`. */
export const cliModules: readonly Survivor[] = [
  ...survivorsOf(
    "src/modules/resident-memory.ts",
    "equivalent",
    "The system's table and `ps` say the same on the system where tests run.",
    [
      ['if (process.platform === "linux") {', 'process.platform === "linux" → true'],
      ['if (process.platform === "linux") {', 'process.platform === "linux" → process.platform !== "linux"'],
    ],
  ),
];
