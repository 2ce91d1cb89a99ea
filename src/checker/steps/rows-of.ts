import type { CheckRow } from "../verdict.ts";
import type { CaseTest } from "./case-test.ts";
import type { End } from "./findings.ts";

/** What a check has when it stops: rows of the cases that are settled, of those that were under way, and of the others. */
export function rowsOf(tests: readonly CaseTest[], end: End | undefined): CheckRow[] {
  return tests.map((test) => test.row ?? unsettled(test, end));
}

const unsettled = (test: CaseTest, end: End | undefined): CheckRow => {
  const { at, evidence } = test;
  if (evidence.sequences === 0) return test.end("not reached", notReached(end));
  if (end === "interruption" && evidence.sequences < at.sequences)
    return test.end("unknown", `interrupted after ${evidence.sequences} of ${at.sequences} sequences`);
  return test.end("consistent", at.file.about?.split(/[:.]/)[0] ?? "a fresh random world");
};

/** Why something that was planned was not begun. */
export function notReached(end: End | undefined): string {
  if (end === "refutation") return "not reached, since a refutation ended the check";
  if (end === "broken adapter") return "not reached, since the adapter broke";
  return end === "interruption" ? "not reached before the interruption" : "not reached within the budget";
}
