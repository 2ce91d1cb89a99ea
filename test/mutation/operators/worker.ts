/**
 * Runs test files in a thread, as often as it is asked to, on sources in which every mutant waits for its activation.
 *
 * Vitest's own collector and expectations, without the seconds that it takes to start: files are loaded once, and a mutant
 * costs no more than the tests that reach it.
 */
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext, type MutantCoverage } from "@stryker-mutator/api/core";
import { collectTests, getFn, type Task, type Test, type VitestRunner } from "@vitest/runner";

/** What to run. */
export interface Order {
  /** In this order, each loaded when its turn comes. */
  readonly files: readonly string[];
  /** Tests by their ids; all unless told. */
  readonly only?: readonly string[] | undefined;
  /** Active from the start where code that runs while files are loaded is to be mutated. The first failure ends the run. */
  readonly mutant?: { readonly id: string; readonly hitLimit: number | undefined; readonly whileLoading: boolean };
}

/** One test that was run. */
export interface Outcome {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly milliseconds: number;
  /** Why it failed, if it did. */
  readonly failure?: string;
}

/** What came of an order. */
export interface Report {
  readonly outcomes: readonly Outcome[];
  /** A file that could not be loaded, and why. */
  readonly broken?: string;
  /** How often the mutant was reached. */
  readonly hits: number;
  /** Which tests reach which mutants; only where no mutant was active. */
  readonly coverage?: MutantCoverage | undefined;
}

const TIMEOUT_MS = 120_000;

// What vitest expects around it: its modules ask for the settings of the run when they are loaded.
Object.assign(globalThis, { __vitest_worker__: { config: { expect: {} }, environment: { name: "node" } } });

const context: InstrumenterContext = {};
Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: context });

const runner = {
  config: {
    root: process.cwd(),
    setupFiles: [],
    allowOnly: true,
    sequence: { hooks: "stack", setupFiles: "list" },
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    retry: 0,
    maxConcurrency: 1,
    passWithNoTests: true,
    includeTaskLocation: false,
    tags: [],
    strictTags: false,
  },
  importFile: (file: string) => import(pathToFileURL(file).href),
} as unknown as VitestRunner;

interface Collected {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly test: Test;
}

const testsIn = (task: Task, file: string, names: readonly string[]): Collected[] => {
  const name = [...names, task.name].join(" ");
  if (task.type === "test")
    return task.mode === "run" || task.mode === "queued" ? [{ id: `${file}#${name}`, file, name, test: task }] : [];
  return task.tasks.flatMap((inner) => testsIn(inner, file, [...names, task.name]));
};

const loaded = new Map<string, readonly Collected[]>();

/** The tests of a file, in its order. */
const load = async (file: string): Promise<readonly Collected[]> => {
  let tests = loaded.get(file);
  if (tests === undefined) {
    const [collected] = await collectTests([{ filepath: file, testLocations: undefined }], runner);
    const [error] = collected?.result?.errors ?? [];
    if (collected === undefined || error !== undefined) throw new Error(error?.message ?? "nothing was collected");
    tests = collected.tasks.flatMap((task) => testsIn(task, file, []));
    loaded.set(file, tests);
  }
  return tests;
};

const execute = async ({ id, file, name, test }: Collected): Promise<Outcome> => {
  const start = performance.now();
  const done = () => ({ id, file, name, milliseconds: performance.now() - start });
  try {
    await getFn(test)();
    return done();
  } catch (error) {
    return { ...done(), failure: error instanceof Error ? error.message : String(error) };
  }
};

const run = async ({ files, only, mutant }: Order): Promise<Report> => {
  const wanted = only === undefined ? undefined : new Set(only);
  const outcomes: Outcome[] = [];
  const report = (broken?: string): Report => {
    const hits = context.hitCount ?? 0;
    return {
      outcomes,
      hits,
      ...(mutant === undefined ? { coverage: context.mutantCoverage } : {}),
      ...(broken === undefined ? {} : { broken }),
    };
  };
  const activate = (is: boolean): void => {
    if (mutant === undefined || !is) delete context.activeMutant;
    else context.activeMutant = mutant.id;
  };
  context.hitCount = 0;
  context.hitLimit = mutant?.hitLimit ?? Number.POSITIVE_INFINITY;
  try {
    // Commands load their modules when they are asked for. What runs while a file is loaded must not be taken for the work of
    // the test that happens to load it: without a mutant all files are loaded before any test.
    if (mutant === undefined && only === undefined) for (const file of files) await load(file).catch(() => undefined);
    for (const file of files) {
      activate(mutant?.whileLoading ?? false);
      let tests: readonly Collected[];
      try {
        tests = await load(file);
      } catch (error) {
        return report(`${file}: ${(error as Error).message}`);
      }
      activate(true);
      for (const one of tests) {
        if (wanted !== undefined && !wanted.has(one.id)) continue;
        context.currentTestId = one.id;
        const outcome = await execute(one);
        delete context.currentTestId;
        outcomes.push(outcome);
        if (mutant !== undefined && outcome.failure !== undefined) return report();
      }
    }
    return report();
  } finally {
    activate(false);
  }
};

parentPort?.on("message", (order: Order) => {
  run(order).then(
    (report) => parentPort?.postMessage(report),
    (error) => {
      throw error;
    },
  );
});
