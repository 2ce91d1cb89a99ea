// Where the check of each law fault ends, through the protocol and with the budget that is planned; a JSON line a fault.
// Run: node dist/test/bench/check-signatures.js >> signatures.jsonl
import { mutants } from "../../fixtures/mutants/registry.ts";
import { adapterCommand } from "../../src/check/adapters/locate.ts";
import { checkAlgorithm } from "../../src/check/check-algorithm.ts";
import { overall } from "../../src/check/overall.ts";
import { defaultLimits } from "../../src/check/process/limits.ts";

const start = {
  command: adapterCommand(["zoo"]),
  limits: { ...defaultLimits, first: 600, next: 600 },
  now: () => performance.now(),
};
for (const { id } of mutants.filter(({ kind }) => kind === "law")) {
  const result = await checkAlgorithm({ start, algorithm: id, seed: 1, budget: {}, progress: () => undefined });
  const first = result.rows.find(({ verdict }) => verdict === "refuted");
  const { sequences, tokens } = result;
  const end = { step: first?.step ?? null, kind: first?.kind ?? null, sequences, tokens };
  process.stdout.write(`${JSON.stringify({ fault: id, verdict: overall(result), ...end })}\n`);
}
