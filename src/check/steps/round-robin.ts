import type { Case } from "../plan/case.ts";
import type { CheckRow } from "../verdict.ts";
import { CaseTest } from "./case-test.ts";
import type { StepContext } from "./context.ts";
import { SLICE, sliceRuns } from "./slice.ts";

/** What a check has when it stops: rows of the cases that are settled, and of those that were under way. */
export const rowsOf = (tests: readonly CaseTest[]): CheckRow[] =>
  tests.map((test) => test.row ?? test.end("consistent", summary(test)));

const summary = ({ at, evidence: { sequences } }: CaseTest): string =>
  sequences === 0 ? "not reached within the budget" : `${at.file.about?.split(/[:.]/)[0] ?? "a fresh random world"}`;

/**
 * Samples the cases in turn, 64 sequences each, so that a gross fault stops the check early; a fresh process after each
 * turn, named after the group and the turn. Ends at the first refutation, or when all planned sequences are in.
 */
export const roundRobin = async (
  context: StepContext,
  group: string,
  cases: readonly Case[],
  tests: CaseTest[],
): Promise<void> => {
  for (const at of cases) tests.push(new CaseTest(context, at));
  const mine = tests.slice(-cases.length);
  const open = (): CaseTest[] => mine.filter((test) => test.row === undefined && left(test) > 0);
  for (let slice = 0; open().length > 0; slice++) {
    await context.bench.restart(`${group} ${slice}`);
    for (const test of open()) {
      if (context.meter.spent) return;
      context.progress(`${context.algorithm}: ${test.at.name}, ${test.evidence.sequences} of ${test.at.sequences}`);
      await test.advance(sliceRuns(context, test.at, slice, Math.min(SLICE, left(test))));
      if (test.row?.verdict === "refuted") return;
    }
  }
};

const left = ({ at, evidence }: CaseTest): number => at.sequences - evidence.sequences;
