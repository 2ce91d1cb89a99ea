import type { Case } from "../plan/case.ts";
import type { CheckRow } from "../verdict.ts";
import { autoregressiveSelfTest } from "./autoregressive-self-test.ts";
import { batchMates } from "./batch-mates.ts";
import { CaseTest } from "./case-test.ts";
import type { StepContext } from "./context.ts";
import type { Findings } from "./findings.ts";
import { replay } from "./replay.ts";
import { reproducible } from "./reproducible.ts";
import { roundRobin } from "./round-robin.ts";
import { notReached } from "./rows-of.ts";
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

/** Steps without which nothing that is said of the algorithm counts: where one finds the adapter wrong, the check ends. */
const PRELIMINARY = ["score self-test", "autoregressive self-test"];

/** Fresh random worlds when the budget does not say more. */
const RANDOM_WORLDS = 4;

/** At most so many, whatever the budget; the level is shared among them. */
export const MOST_RANDOM_WORLDS = 400;

/** The names of all steps. */
export const STEPS: readonly string[] = steps.map(([name]) => name);

/** The numbers of the random worlds that are planned: the one that is asked for, where one is. */
export function randomNumbers(only: string | undefined): number[] {
  const named = /^random-([1-9]\d{0,2})$/.exec(only ?? "")?.[1];
  if (named !== undefined && Number(named) <= MOST_RANDOM_WORLDS) return [Number(named)];
  return only === undefined ? Array.from({ length: RANDOM_WORLDS }, (_, k) => k + 1) : [];
}

/**
 * All steps in the order in which evidence counts: the stubs, the engine without speculation, a positive control,
 * repetitions, exact rules, the gauntlet, fresh worlds, and more of these where there is a budget to use up and nothing is
 * refuted yet. A refutation ends nothing unless the context says so; what is not done has a row that says why.
 */
export async function takeSteps(
  context: StepContext,
  found: Findings,
  only: string | undefined,
  useUp: boolean,
): Promise<void> {
  const tests = (cases: readonly Case[]): CaseTest[] => {
    const made = cases.map((at) => new CaseTest(context, at));
    found.tests.push(...made);
    return made;
  };
  const gauntlet = tests(context.cases.filter(({ name }) => only === undefined || only === name));
  const numbers = randomNumbers(only);
  const random = tests(numbers.flatMap((k) => context.fresh(k)));
  for (const [name, step] of steps) {
    if (only !== undefined && only !== name) continue;
    if (found.over(context)) found.add(unmade(name, "not reached", notReached(found.end)));
    else await take(context, found, name, step);
  }
  await roundRobin(context, "gauntlet", gauntlet, found);
  // The first ones have their turns together, later ones each alone: so does a repetition.
  await roundRobin(context, numbers.some((k) => k > RANDOM_WORLDS) ? `${only}` : "random", random, found);
  for (let k = RANDOM_WORLDS + 1; useUp && only === undefined && k <= MOST_RANDOM_WORLDS; k++) {
    if (found.refuted.length > 0 || found.over(context)) return;
    await roundRobin(context, `random-${k}`, tests(context.fresh(k)), found);
  }
}

/** One step, and a row for it however it ends. */
const take = async (
  context: StepContext,
  found: Findings,
  name: string,
  step: (context: StepContext) => Promise<CheckRow | CheckRow[]>,
): Promise<void> => {
  const { sequences, tokens } = context.meter;
  context.progress(`${context.algorithm}: ${name}`);
  let rows: readonly CheckRow[] = [];
  const cut = await found.attempt(context, async () => {
    rows = [await step(context)].flat();
  });
  const spent = { sequences: context.meter.sequences - sequences, tokens: context.meter.tokens - tokens };
  found.add(...rows, ...(cut === undefined ? [] : [{ ...unmade(name, cut.verdict, cut.what), ...spent }]));
  if (PRELIMINARY.includes(name) && found.rows.some(({ verdict }) => verdict === "broken"))
    found.end ??= "broken adapter";
};

const unmade = (step: string, verdict: CheckRow["verdict"], what: string): CheckRow => ({
  step,
  verdict,
  what,
  sequences: 0,
  tokens: 0,
});
