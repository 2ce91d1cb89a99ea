// Where the check of each law fault ends within the planned budget, the fault in a process behind the protocol or in this
// one: a JSON line each, { fault, step, kind, sequences, tokens, alarm }, of which fixtures/gauntlet/signatures keeps the
// first four. `alarm` is how many sequences and tokens of the refuted case itself came until then, where it was a case.
// Run: node dist/test/bench/check-signatures.js pipe|here [FAULT,FAULT@CASE…] (seed 1; with a case, that case alone)
import { mutants } from "../../fixtures/faults/registry.ts";
import { inProcess } from "../../src/checker/adapters/in-process.ts";
import { adapterCommand } from "../../src/checker/adapters/locate.ts";
import { zooEngine } from "../../src/checker/adapters/zoo-engine.ts";
import { checkAlgorithm } from "../../src/checker/check-algorithm.ts";
import { defaultLimits } from "../../src/checker/process/limits.ts";

const [where = "pipe", faults] = process.argv.slice(2);
const chosen = faults?.split(",") ?? mutants.filter(({ kind }) => kind === "law").map(({ id }) => id);
for (const [fault = "", only] of chosen.map((one) => one.split("@"))) {
  const { rows, sequences, tokens } = await checkAlgorithm({
    start: { command: adapterCommand(["zoo"]), limits: defaultLimits, now: () => performance.now() },
    ...(where === "here" ? { open: async () => inProcess(zooEngine()) } : {}),
    ...(only === undefined ? {} : { only }),
    algorithm: fault,
    seed: 1,
    budget: {},
    stopAtFirst: true,
    progress: () => undefined,
  });
  const first = rows.find(({ verdict }) => verdict === "refuted" || verdict === "broken");
  const alarm = first?.alarm ?? null;
  const row = { fault, step: first?.step ?? null, kind: first?.kind ?? null, sequences, tokens, alarm };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}
