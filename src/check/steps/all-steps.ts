import type { Case } from "../plan/case.ts";
import type { CheckRow } from "../verdict.ts";
import { autoregressiveSelfTest } from "./autoregressive-self-test.ts";
import { batchMates } from "./batch-mates.ts";
import type { CaseTest } from "./case-test.ts";
import type { StepContext } from "./context.ts";
import { replay } from "./replay.ts";
import { reproducible } from "./reproducible.ts";
import { roundRobin } from "./round-robin.ts";
import { greedy, lengths, stops } from "./rules.ts";
import { scoreSelfTest } from "./score-self-test.ts";
import { secondRequest } from "./second-request.ts";

const steps: readonly [string, (context: StepContext) => Promise<CheckRow | CheckRow[]>][] = [
  ["score self-test", scoreSelfTest],
  ["autoregressive self-test", autoregressiveSelfTest],
  ["replay check", replay],
  ["greedy", greedy],
  ["length", lengths],
  ["stop tokens", stops],
  ["reproducible", reproducible],
  ["batch mates", batchMates],
  ["second request", secondRequest],
];

/** Fresh random worlds when the budget does not say more. */
const RANDOM_WORLDS = 4;

/** At most so many, whatever the budget; the level is shared among them. */
export const MOST_RANDOM_WORLDS = 400;

/** What a check has found so far; it grows while the steps are taken. */
export interface Findings {
  readonly rows: CheckRow[];
  readonly tests: CaseTest[];
}

/**
 * All steps in the order in which evidence counts: the stubs, the engine without speculation, a positive control,
 * repetitions, exact rules, the gauntlet, fresh worlds, and more of these where there is a budget to use up. Ends early
 * when something is refuted or broken, or the budget spent.
 */
export const takeSteps = async (
  context: StepContext,
  { rows, tests }: Findings,
  only: string | undefined,
  useUp: boolean,
): Promise<void> => {
  const over = (): boolean =>
    context.meter.spent ||
    rows.some(({ verdict }) => verdict === "refuted" || verdict === "broken") ||
    tests.some(({ row }) => row?.verdict === "refuted");
  for (const [name, step] of steps) {
    if (over() || (only !== undefined && only !== name)) continue;
    context.progress(`${context.algorithm}: ${name}`);
    rows.push(...[await step(context)].flat());
  }
  const chosen = (of: readonly Case[]): Case[] => of.filter(({ name }) => only === undefined || only === name);
  if (!over()) await roundRobin(context, "gauntlet", chosen(context.cases), tests);
  const random = Array.from({ length: RANDOM_WORLDS }, (_, k) => context.fresh(k + 1)).flat();
  if (!over()) await roundRobin(context, "random", chosen(random), tests);
  for (let k = RANDOM_WORLDS + 1; useUp && only === undefined && k <= MOST_RANDOM_WORLDS && !over(); k++) {
    const next = context.fresh(k);
    if (next.length > 0) await roundRobin(context, `random-${k}`, next, tests);
  }
};
