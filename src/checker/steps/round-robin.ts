import type { CaseTest } from "./case-test.ts";
import type { StepContext } from "./context.ts";
import type { Findings } from "./findings.ts";
import { SLICE, sliceRuns } from "./slice.ts";

/**
 * Samples the cases in turn, 64 sequences each, so that a gross fault is seen early; a fresh process after each turn, named
 * after the group and the turn. A case that is refuted, or in which the adapter fails, is settled, and the others go on.
 */
export async function roundRobin(
  context: StepContext,
  group: string,
  tests: readonly CaseTest[],
  found: Findings,
): Promise<void> {
  const open = (): CaseTest[] => tests.filter((test) => test.row === undefined && left(test) > 0);
  for (let slice = 0; open().length > 0; slice++) {
    if (found.over(context)) return;
    await context.bench.restart(`${group} ${slice}`);
    for (const test of open()) {
      if (found.over(context)) return;
      context.progress(`${context.algorithm}: ${test.at.name}, ${test.evidence.sequences} of ${test.at.sequences}`);
      const runs = sliceRuns(context, test.at, slice, Math.min(SLICE, left(test)));
      const cut = await found.attempt(context, () => test.advance(runs));
      if (cut?.verdict === "broken") test.end("broken", cut.what);
      if (test.row?.verdict === "refuted") found.refuted.push(test.at.name);
    }
  }
}

const left = ({ at, evidence }: CaseTest): number => at.sequences - evidence.sequences;
