import { algorithms } from "../algorithms/registry.ts";
import { Meter } from "./evidence/meter.ts";
import { type Case, outOfReach } from "./plan/case.ts";
import { gauntlet } from "./plan/gauntlet.ts";
import { randomCase } from "./plan/random-worlds.ts";
import { Adapter, type Start } from "./process/adapter.ts";
import { AdapterFailure, OutOfTime } from "./process/adapter-failure.ts";
import { type AnyAdapter, Bench } from "./process/bench.ts";
import { processEnvironment } from "./process/environment.ts";
import type { Hello } from "./protocol/messages.ts";
import { autoregressiveSelfTest } from "./steps/autoregressive-self-test.ts";
import { batchMates } from "./steps/batch-mates.ts";
import type { CaseTest } from "./steps/case-test.ts";
import type { StepContext } from "./steps/context.ts";
import { replay } from "./steps/replay.ts";
import { reproducible } from "./steps/reproducible.ts";
import { roundRobin, rowsOf } from "./steps/round-robin.ts";
import { greedy, lengths, stops } from "./steps/rules.ts";
import { scoreSelfTest } from "./steps/score-self-test.ts";
import { secondRequest } from "./steps/second-request.ts";
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
  /** The last lines that a broken adapter wrote to its standard error. */
  readonly errors: readonly string[];
}

/** A point of an e-process: after so many sequences, $\log_{10} E$. */
export type PathPoint = readonly [sequences: number, log10: number];

/** The level of a whole check: a right decoder is refuted by statistics with at most this probability. */
export const ALPHA = 1e-6;

/** Fresh random worlds when the budget does not say more. */
const RANDOM_WORLDS = 4;

/** At most so many, whatever the budget; the level is shared among them. */
const MOST_RANDOM_WORLDS = 400;

/**
 * Checks one algorithm of an adapter, in the order in which evidence counts: the stubs, the engine without speculation, a
 * positive control, repetitions, exact rules, the gauntlet, fresh worlds. Ends early when something is refuted or broken.
 */
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
  const all = plan.cases ?? gauntlet();
  const threshold = Math.log((all.length + MOST_RANDOM_WORLDS) / ALPHA);
  const over = (): boolean => meter.spent || rows.some(({ verdict }) => verdict === "refuted" || verdict === "broken");
  try {
    hello = (await bench.adapter()).hello;
    const cases = all.filter((at) => fits(algorithm, at) && outOfReach(hello as Hello, at) === undefined);
    const context: StepContext = {
      bench,
      hello,
      algorithm,
      master: seed,
      meter,
      cases,
      threshold,
      watch: (name, sequences, log) => {
        const path = paths.get(name) ?? [];
        paths.set(name, path);
        if (path.length < MOST_POINTS) path.push([sequences, log / Math.LN10]);
      },
      progress: plan.progress,
    };
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
    for (const [name, step] of steps) {
      if (over() || (only !== undefined && only !== name)) continue;
      plan.progress(`${algorithm}: ${name}`);
      rows.push(...[await step(context)].flat());
    }
    const random = Array.from({ length: RANDOM_WORLDS }, (_, k) => randomCase(seed, k + 1));
    const chosen = (of: readonly Case[]): Case[] => of.filter(({ name }) => only === undefined || only === name);
    if (!over()) await roundRobin(context, "gauntlet", chosen(cases), tests);
    const refuted = (): boolean => tests.some(({ row }) => row?.verdict === "refuted");
    if (!over() && !refuted())
      await roundRobin(context, "random", chosen(random.filter((at) => fits(algorithm, at))), tests);
    const more = plan.budget.tokens !== undefined || plan.budget.deadline !== undefined;
    for (let k = RANDOM_WORLDS + 1; more && only === undefined && k <= MOST_RANDOM_WORLDS; k++) {
      if (over() || refuted()) break;
      const next = randomCase(seed, k);
      if (fits(algorithm, next)) await roundRobin(context, next.name, [next], tests);
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
  const { sequences, tokens } = meter;
  const seconds = (start.now() - began) / 1000;
  const level = { alpha: ALPHA, threshold: threshold / Math.LN10 };
  return { hello, algorithm, seed, ...level, rows, paths, sequences, tokens, seconds, starts: bench.starts, errors };
};

/** Points kept of one path. */
const MOST_POINTS = 2000;

/** Algorithms that need one vocabulary are known by their names; an engine's other algorithms say so themselves. */
const fits = (algorithm: string, { world }: Case): boolean =>
  algorithms.find(({ id }) => id === algorithm)?.fits?.(world) ?? true;
