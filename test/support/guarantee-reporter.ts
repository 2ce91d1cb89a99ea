import { mkdirSync, writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { guaranteeTable, TIERS } from "../../src/evidence/tiers/guarantee-table.ts";
import type { Verdict } from "../../src/evidence/tiers/verdict.ts";
import { table } from "../../src/system/table.ts";

declare module "vitest" {
  interface TaskMeta {
    /** Verdicts that a test came to in this run. */
    verdicts?: Verdict[];
  }
}

/** The tests whose verdicts make the table. */
const isGuarantee = ({ moduleId }: TestModule): boolean => moduleId.includes("/test/guarantee/");
const GUARANTEE_MODULES = 4;

/** Prints, after all tests, what this run's verdicts guarantee, and how many tests passed and failed. */
export default class GuaranteeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const verdicts = tests.flatMap((test) => test.meta().verdicts ?? []);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    if (verdicts.length > 0) {
      const rows = guaranteeTable(verdicts, algorithms).map(({ algorithm, cells }) => [
        algorithm,
        ...TIERS.map((tier) => cells[tier]),
      ]);
      console.log(`\nWhat this run guarantees, in worlds looked at\n\n${table(["algorithm", ...TIERS], rows)}\n`);
    }
    this.#record(modules.filter(isGuarantee));
    const broken = modules.filter((module) => module.errors().length > 0).length;
    console.log(`${count("passed")} passed, ${count("failed") + broken} failed, ${count("skipped")} skipped`);
  }

  /** Keeps the verdicts of a whole run of the guarantee's tests for the pages that show them. */
  #record(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    if (modules.length < GUARANTEE_MODULES || tests.some((test) => test.result().state === "skipped")) return;
    mkdirSync(".cache", { recursive: true });
    writeFileSync(".cache/verdicts.json", JSON.stringify(tests.flatMap((test) => test.meta().verdicts ?? [])));
  }
}
