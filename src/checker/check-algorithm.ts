import { algorithms } from "../core/algorithms/registry.ts";
import { Meter, type Passes } from "./evidence/meter.ts";
import type { Case } from "./plan/case.ts";
import { gauntlet } from "./plan/gauntlet.ts";
import { Adapter } from "./process/adapter.ts";
import { type AnyAdapter, Bench } from "./process/bench.ts";
import { Interrupted } from "./process/ends.ts";
import { processEnvironment } from "./process/environment.ts";
import type { Start } from "./process/start.ts";
import type { Hello } from "./protocol/messages.ts";
import { MOST_RANDOM_WORLDS, takeSteps } from "./steps/all-steps.ts";
import type { StepContext } from "./steps/context.ts";
import { type End, Findings } from "./steps/findings.ts";
import { rowsOf } from "./steps/rows-of.ts";
import { type Subject, scoredSubject, tableSubject } from "./steps/subject.ts";
import { counting, requireName, withinReach } from "./steps/within-reach.ts";
import type { CheckRow } from "./verdict.ts";

/** What to check, how long, and at which level. */
export interface CheckPlan {
  readonly start: Start;
  /** Starts an adapter; unless given, a process of its own. */
  readonly open?: (name: string) => Promise<AnyAdapter>;
  readonly algorithm: string;
  /** The same seed repeats the same run. */
  readonly seed: number;
  readonly budget: { readonly tokens?: number; readonly deadline?: number };
  /** Only this step or case. */
  readonly only?: string;
  /** Does the first refutation end the check? Unless so, all steps are taken. */
  readonly stopAtFirst?: boolean;
  /** Worlds of the user's own in place of the gauntlet. */
  readonly cases?: readonly Case[];
  readonly progress: (line: string) => void;
}

/** What a check of one algorithm found. */
export interface CheckResult {
  readonly hello: Hello | undefined;
  readonly algorithm: string;
  readonly seed: number;
  /** Chance that a right decoder is refuted anywhere in this check. */
  readonly alpha: number;
  /** $\log_{10}$ of the e-value at which a case alarms. */
  readonly threshold: number;
  readonly rows: readonly CheckRow[];
  /** Steps and cases in which the algorithm's own law is looked at, of those that were asked for. */
  readonly counting: readonly string[];
  /** Steps and cases in the order in which they were refuted. */
  readonly refuted: readonly string[];
  /** What ended the check before all that was planned was done. */
  readonly end: End | undefined;
  readonly paths: ReadonlyMap<string, readonly PathPoint[]>;
  readonly sequences: number;
  readonly tokens: number;
  readonly seconds: number;
  readonly starts: number;
  /** Forward passes as the adapter counted them. */
  readonly passes: Passes;
  /** The last lines that a broken adapter wrote to its standard error. */
  readonly errors: readonly string[];
}

/** A point of an e-process: after so many sequences, $\log_{10} E$. */
export type PathPoint = readonly [sequences: number, log10: number];

/** The level of a whole check: a right decoder is refuted by statistics with at most this probability. */
export const ALPHA = 1e-6;

/**
 * Checks one algorithm of an adapter: starts it, takes all steps, and keeps what was found however it ends. A name in
 * `only` that no step and no case has is a `BadInput`.
 */
export async function checkAlgorithm(plan: CheckPlan): Promise<CheckResult> {
  const { start, algorithm, seed, only } = plan;
  const began = start.now();
  const meter = new Meter(plan.budget, start.now);
  const open = plan.open ?? ((name: string) => Adapter.open({ ...start, environment: processEnvironment(seed, name) }));
  const bench = new Bench(async (name) => {
    if (start.signal?.aborted) throw new Interrupted();
    return open(name);
  });
  const found = new Findings();
  const paths = new Map<string, PathPoint[]>();
  let hello: Hello | undefined;
  let counted: readonly string[] = [];
  const threshold = Math.log(((plan.cases ?? gauntlet()).length + MOST_RANDOM_WORLDS) / ALPHA);
  const cut = await found
    .attempt({ bench }, async () => {
      hello = (await bench.adapter()).hello;
      const subject = await subjectOf(plan, bench, hello, found);
      if (subject === undefined) return;
      requireName(only, subject);
      counted = counting(only, subject, plan.cases === undefined);
      const context: StepContext = {
        ...withinReach(
          subject,
          algorithms.find(({ id }) => id === algorithm),
          hello,
          only,
          found,
        ),
        bench,
        hello,
        algorithm,
        master: seed,
        meter,
        threshold,
        stopAtFirst: plan.stopAtFirst ?? false,
        ...(start.signal === undefined ? {} : { signal: start.signal }),
        watch: (name, sequences, log) => {
          const path = paths.get(name) ?? [];
          paths.set(name, path);
          if (path.length < MOST_POINTS) path.push([sequences, log / Math.LN10]);
        },
        progress: plan.progress,
      };
      const useUp = plan.budget.tokens !== undefined || plan.budget.deadline !== undefined;
      await takeSteps(context, found, only, useUp);
    })
    .finally(() => leave(bench));
  if (cut !== undefined) found.add({ step: "adapter", ...cut, sequences: 0, tokens: 0 });
  found.rows.push(...rowsOf(found.tests, found.end));
  const { rows, refuted, end, errors } = found;
  const { sequences, tokens, passes } = meter;
  return {
    hello,
    algorithm,
    seed,
    alpha: ALPHA,
    threshold: threshold / Math.LN10,
    rows,
    counting: counted,
    refuted,
    end,
    paths,
    sequences,
    tokens,
    seconds: (start.now() - began) / 1000,
    starts: bench.starts,
    passes,
    errors,
  };
}

/** Points kept of one path. */
const MOST_POINTS = 2000;

/** What the questions are drawn from; a row more where models without tables had to be asked for their law. */
const subjectOf = async (
  { cases, seed }: CheckPlan,
  bench: Bench,
  hello: Hello,
  found: Findings,
): Promise<Subject | undefined> => {
  if (hello.tables) return tableSubject(cases ?? gauntlet(), seed);
  const { row, subject } = await scoredSubject(bench, hello);
  found.add(row);
  return subject;
};

/** Ends the process at hand, whatever it does about it. */
const leave = async (bench: Bench): Promise<void> => {
  try {
    await bench.close();
  } catch (error) {
    bench.kill();
    if (!(error instanceof Interrupted)) throw error;
  }
};
