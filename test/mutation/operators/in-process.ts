/**
 * The test runner that Stryker calls: keeps a thread in which the tests of a room are loaded, and has them run again and
 * again there.
 *
 * What tests share (worlds made once a file, tables filled when they are first needed) must not make one mutant's result
 * depend on another's. So a failure counts only if the same test passes without the mutant, and survival only if it
 * happens in a new thread; else the mutant is run once more in a new thread.
 */
import { readFileSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
  TestStatus,
} from "@stryker-mutator/api/test-runner";
import { chosen, idsIn, NOT_SAMPLED, readSample, type Sample } from "./sample.ts";
import type { Order, Outcome, Report } from "./worker.ts";

/** What a source is called once its types are stripped. */
const script = (file: string): string => file.replace(/\.ts$/, ".js");

/** Stryker's own limit on how often a mutant is reached, a hundred times as often as without it, is seldom met in time. */
const SHARE_OF_LIMIT = 0.03;

const sample = readSample(process.env.MUTATION_SAMPLE);

class InProcess implements TestRunner {
  private readonly files = (process.env.MUTATION_TESTS ?? "").split(" ").map((file) => resolve(script(file)));
  private readonly samples = new Map<string, ReadonlySet<string>>();
  private thread: Worker | undefined;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRunResult> {
    const { outcomes, broken, coverage } = await this.order({ files: this.files });
    if (broken !== undefined) return { status: DryRunStatus.Error, errorMessage: broken };
    const tests = outcomes.map(({ id, file, name, milliseconds, failure }) => ({
      id,
      name,
      fileName: file.replace(/\.js$/, ".ts"),
      timeSpentMs: milliseconds,
      ...(failure === undefined
        ? { status: TestStatus.Success as const }
        : { status: TestStatus.Failed as const, failureMessage: failure }),
    }));
    return { status: DryRunStatus.Complete, tests, ...(coverage === undefined ? {} : { mutantCoverage: coverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, sandboxFileName } = options;
    const hitLimit = options.hitLimit === undefined ? undefined : options.hitLimit * SHARE_OF_LIMIT;
    const whileLoading = options.mutantActivation === "static";
    const order: Order = {
      files: nearestFirst(this.files, script(sandboxFileName)).filter(
        (file) => testFilter === undefined || testFilter.some((id) => id.startsWith(`${file}#`)),
      ),
      only: testFilter,
      mutant: { id: activeMutant.id, hitLimit, whileLoading },
    };
    if (sample !== undefined && !this.sampleIn(sandboxFileName, sample).has(activeMutant.id))
      return { status: MutantRunStatus.Error, errorMessage: NOT_SAMPLED };
    if (whileLoading) await this.renew();
    let report = await this.order(order);
    if (!whileLoading && !(await this.isConfirmed(report))) {
      await this.renew();
      report = await this.order(order);
    }
    if (whileLoading) await this.renew();
    return determineHitLimitReached(report.hits, hitLimit) === undefined
      ? resultOf(report)
      : { status: MutantRunStatus.Timeout, reason: "reached far more often than without it" };
  }

  async dispose(): Promise<void> {
    await this.renew();
  }

  /** Does the test that failed pass without the mutant? */
  private async isConfirmed({ outcomes, broken }: Report): Promise<boolean> {
    const failed = outcomes.find(({ failure }) => failure !== undefined);
    if (broken !== undefined || failed === undefined) return false;
    const again = await this.order({ files: [failed.file], only: [failed.id] });
    return again.outcomes.every(({ failure }) => failure === undefined);
  }

  /** The ids of the mutants of a source that are judged. */
  private sampleIn(sandboxFile: string, sample: Sample): ReadonlySet<string> {
    const file = relative(process.cwd(), sandboxFile);
    const known = this.samples.get(file) ?? chosen(file, idsIn(readFileSync(sandboxFile, "utf8")), sample);
    this.samples.set(file, known);
    return known;
  }

  private async renew(): Promise<void> {
    await this.thread?.terminate();
    this.thread = undefined;
  }

  private order(order: Order): Promise<Report> {
    this.thread ??= new Worker(resolve("test/mutation/operators/worker.js"));
    const { thread } = this;
    return new Promise((done, fail) => {
      thread.removeAllListeners();
      thread.once("message", done);
      thread.once("error", fail);
      thread.postMessage(order);
    });
  }
}

const resultOf = ({ outcomes, broken }: Report): MutantRunResult => {
  const failed = outcomes.find((outcome): outcome is Outcome & { failure: string } => outcome.failure !== undefined);
  const nrOfTests = outcomes.length;
  if (failed !== undefined) {
    return { status: MutantRunStatus.Killed, killedBy: [failed.id], failureMessage: failed.failure, nrOfTests };
  }
  if (broken !== undefined) {
    return { status: MutantRunStatus.Killed, killedBy: [], failureMessage: `does not load: ${broken}`, nrOfTests };
  }
  return { status: MutantRunStatus.Survived, nrOfTests };
};

/** The tests of the mutated file before all others: most mutants end there. */
const nearestFirst = (files: readonly string[], mutated: string): string[] => {
  const mirror = basename(mutated).replace(/\.js$/, ".test.js");
  return [...files].sort((a, b) => Number(basename(b) === mirror) - Number(basename(a) === mirror));
};

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcess)];
