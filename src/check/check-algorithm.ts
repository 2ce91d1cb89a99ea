import { algorithms } from "../algorithms/registry.ts";
import { Meter, type Passes } from "./evidence/meter.ts";
import { type Case, outOfReach } from "./plan/case.ts";
import { gauntlet } from "./plan/gauntlet.ts";
import { Adapter } from "./process/adapter.ts";
import { AdapterFailure, OutOfTime } from "./process/adapter-failure.ts";
import { type AnyAdapter, Bench } from "./process/bench.ts";
import { processEnvironment } from "./process/environment.ts";
import type { Start } from "./process/start.ts";
import type { Hello } from "./protocol/messages.ts";
import { MOST_RANDOM_WORLDS, takeSteps } from "./steps/all-steps.ts";
import type { CaseTest } from "./steps/case-test.ts";
import type { StepContext } from "./steps/context.ts";
import { rowsOf } from "./steps/round-robin.ts";
import { type Subject, scoredSubject, tableSubject } from "./steps/subject.ts";
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

/** Checks one algorithm of an adapter: starts it, takes all steps, and keeps what was found however it ends. */
export const checkAlgorithm = async (plan: CheckPlan): Promise<CheckResult> => {
  const { start, algorithm, seed, only } = plan;
  const began = start.now();
  const meter = new Meter(plan.budget, start.now);
  const bench = new Bench(
    plan.open ?? ((name) => Adapter.open({ ...start, environment: processEnvironment(seed, name) })),
  );
  const rows: CheckRow[] = [];
  const tests: CaseTest[] = [];
  const paths = new Map<string, PathPoint[]>();
  let hello: Hello | undefined;
  let errors: readonly string[] = [];
  const threshold = Math.log(((plan.cases ?? gauntlet()).length + MOST_RANDOM_WORLDS) / ALPHA);
  try {
    hello = (await bench.adapter()).hello;
    const scored = hello.tables ? undefined : await scoredSubject(bench, hello);
    if (scored !== undefined) rows.push(scored.row);
    const subject = scored === undefined ? tableSubject(plan.cases ?? gauntlet(), seed) : scored.subject;
    if (subject !== undefined) {
      const context: StepContext = {
        ...within(subject, algorithm, hello, rows),
        bench,
        hello,
        algorithm,
        master: seed,
        meter,
        threshold,
        watch: (name, sequences, log) => {
          const path = paths.get(name) ?? [];
          paths.set(name, path);
          if (path.length < MOST_POINTS) path.push([sequences, log / Math.LN10]);
        },
        progress: plan.progress,
      };
      const useUp = plan.budget.tokens !== undefined || plan.budget.deadline !== undefined;
      await takeSteps(context, { rows, tests }, only, useUp);
    }
    await bench.close();
  } catch (error) {
    bench.kill();
    if (error instanceof AdapterFailure) {
      errors = error.errors;
      rows.push({ step: "adapter", verdict: "broken", what: error.message, sequences: 0, tokens: 0 });
    } else if (!(error instanceof OutOfTime)) throw error;
  }
  rows.push(...rowsOf(tests));
  const { sequences, tokens, passes } = meter;
  const seconds = (start.now() - began) / 1000;
  const level = { alpha: ALPHA, threshold: threshold / Math.LN10 };
  return {
    hello,
    algorithm,
    seed,
    ...level,
    rows,
    paths,
    sequences,
    tokens,
    seconds,
    starts: bench.starts,
    passes,
    errors,
  };
};

/** Points kept of one path. */
const MOST_POINTS = 2000;

/** What of a subject this algorithm and this adapter can be asked; a row for each case that the adapter says it cannot do. */
const within = (subject: Subject, algorithm: string, hello: Hello, rows: CheckRow[]): Subject => {
  const possible = (at: Case): boolean => fits(algorithm, at) && outOfReach(hello, at) === undefined;
  for (const at of subject.cases) {
    const beyond = fits(algorithm, at) ? outOfReach(hello, at) : undefined;
    if (beyond === undefined) continue;
    const what = `the adapter says that it cannot: ${beyond}`;
    rows.push({ step: at.name, verdict: "not applicable", what, sequences: 0, tokens: 0 });
  }
  return {
    ...subject,
    cases: subject.cases.filter(possible),
    fresh: (k) => subject.fresh(k).filter(possible),
  };
};

/** Algorithms that need one vocabulary are known by their names; an engine's other algorithms say so themselves. */
const fits = (algorithm: string, { world }: Case): boolean =>
  algorithms.find(({ id }) => id === algorithm)?.fits?.(world) ?? true;
