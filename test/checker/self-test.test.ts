import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { defaultLimits } from "../../src/checker/process/limits.ts";
import { selfTest } from "../../src/checker/self-test.ts";

const script = fileURLToPath(new URL("./hostile.mjs", import.meta.url));

/** What fails in the conformance suite for the adapter that misbehaves like this, by the beginning of the check's name. */
const failed = async (mode: string): Promise<string[]> => {
  const limits = { ...defaultLimits, bye: mode === "stays" ? 0.5 : 60 };
  const start = { command: [process.execPath, script, mode], limits, now: () => performance.now() };
  const rows = await selfTest(start, () => undefined);
  expect(rows).toHaveLength(8);
  return rows.filter(({ passed }) => passed !== true).map(({ what, found }) => `${what.slice(0, 12)}: ${found}`);
};

test.concurrent.each([
  ["honest", []],
  ["stays", [/^leaves at by: it was still there 0\.5 s after "bye"/]],
  ["negative id", [/^keeps budget: budget 1 gave/]],
  ["short at last", [/^keeps budget: budget 8 gave/]],
  ["own seed", [/^gives the sa/]],
  ["few scores", [/^answers scor: .*rows of scores for 3 contexts/]],
  [
    "refuses all",
    [
      /^sends as man: it refuses every world of this suite$/,
      /^keeps budget: it refuses every world of this suite$/,
      /^answers a ru: it refuses every world of this suite$/,
      /^gives the sa: no seeds$/,
      /^answers scor: it does not answer score$/,
    ],
  ],
  // What fails ends the process; what comes next has a fresh one.
  [
    "crash",
    [
      /^sends as man: .*status 9/,
      /^keeps budget: .*status 9/,
      /^answers a ru: .*status 9/,
      /^gives the sa: .*status 9/,
    ],
  ],
  ["exits", Array.from({ length: 8 }, () => /status 3/)],
] as [string, RegExp[]][])("conformance: what fails for the adapter that %s", async (mode, says) => {
  const found = await failed(mode);
  expect(found).toEqual(says.map((pattern) => expect.stringMatching(pattern)));
});
