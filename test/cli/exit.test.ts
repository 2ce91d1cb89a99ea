import { expect, test } from "vitest";
import { exitStatus } from "../../src/cli/exit.ts";

type Findings = Parameters<typeof exitStatus>[0];

test.each([
  [["refuted"], 1],
  [["broken"], 2],
  [["unknown"], 3],
  [["consistent"], 0],
  [["proved"], 0],
  [["proved", "consistent"], 0],
  // A refutation counts more than anything that could not be looked at, in whatever order they come.
  [["refuted", "unknown"], 1],
  [["unknown", "refuted"], 1],
  [["broken", "refuted"], 1],
  [["refuted", "broken", "unknown", "consistent"], 1],
  [["consistent", "unknown", "broken", "refuted"], 1],
  [["unknown", "broken"], 2],
  [["broken", "consistent"], 2],
  [["consistent", "unknown"], 3],
  [["unknown", "proved"], 3],
] as [Findings, number][])("%j ends with status %i", (findings, status) => {
  expect(exitStatus(findings)).toBe(status);
});
