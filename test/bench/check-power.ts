// How many sequences each known fault takes, case by case, and where a check of it ends; a JSON line a fault.
// Run: node dist/test/bench/check-power.js [SEEDS] [FAULT,FAULT…] >> power.jsonl
import { mutants } from "../../fixtures/mutants/registry.ts";
import { adapterCommand } from "../../src/check/adapters/locate.ts";
import { ALPHA, checkAlgorithm } from "../../src/check/check-algorithm.ts";
import { overall } from "../../src/check/overall.ts";
import { type Case, outOfReach } from "../../src/check/plan/case.ts";
import { Meter } from "../../src/check/evidence/meter.ts";
import { gauntlet } from "../../src/check/plan/gauntlet.ts";
import { Bench } from "../../src/check/process/bench.ts";
import { defaultLimits } from "../../src/check/process/limits.ts";
import { CaseTest } from "../../src/check/steps/case-test.ts";
import type { StepContext } from "../../src/check/steps/context.ts";
import { sliceRuns } from "../../src/check/steps/slice.ts";

const [seeds = "1", only = ""] = process.argv.slice(2);
const start = { command: adapterCommand(["zoo"]), limits: defaultLimits, now: () => performance.now() };
const chosen = mutants.filter(({ id, kind }) => (only === "" ? kind === "law" : only.split(",").includes(id)));
const progress = (): void => undefined;

/** Sequences and tokens until the alarm in one case, or null when there was none in what is planned. */
const until = async (bench: Bench, algorithm: string, at: Case, seed: number): Promise<[number, number] | null> => {
  const { hello } = await bench.adapter();
  const context: StepContext = {
    bench,
    hello,
    algorithm,
    master: seed,
    meter: new Meter({}, start.now),
    cases: [],
    threshold: Math.log(10 / ALPHA),
    watch: progress,
    progress,
  };
  const test = new CaseTest(context, at);
  for (let slice = 0; test.row === undefined && test.evidence.sequences < at.sequences; slice++)
    await test.advance(sliceRuns(context, at, slice, Math.min(64, at.sequences - test.evidence.sequences)));
  return test.alarm === undefined ? null : [test.alarm.sequences, test.alarm.tokens];
};

/** The middle one, where a run without alarm is longer than any. */
const median = (found: readonly ([number, number] | null)[]): [number, number] | null =>
  found.toSorted((a, b) => (a?.[0] ?? 1e9) - (b?.[0] ?? 1e9))[Math.floor((found.length - 1) / 2)] ?? null;

const bench = new Bench(start);
const { hello } = await bench.adapter();
for (const { id, wounds, documented, kind } of chosen) {
  const cases: Record<string, [number, number]> = {};
  for (const at of gauntlet().filter((one) => outOfReach(hello, one) === undefined)) {
    const found: ([number, number] | null)[] = [];
    for (let seed = 1; seed <= Number(seeds); seed++) found.push(await until(bench, id, at, seed));
    const middle = median(found);
    if (middle !== null) cases[at.name] = middle;
  }
  const result = await checkAlgorithm({ start, algorithm: id, seed: 1, budget: {}, progress });
  const first = result.rows.find(({ verdict }) => verdict === "refuted");
  const end = { step: first?.step ?? null, refuted: first?.kind ?? null, sequences: result.sequences };
  const row = { fault: id, kind, wounds, documented: documented ?? null, verdict: overall(result), ...end, cases };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}
await bench.restart();
