// Where the check of each law fault ends within the planned budget: a JSON list of { fault, step, kind, sequences }, as
// fixtures/gauntlet/signatures/signatures.json keeps it, and what is not refuted on standard error.
// Run: node dist/test/bench/check-signatures.js [FAULT,FAULT…]
import { mutants } from "../../fixtures/mutants/registry.ts";
import { autoregressive } from "../../src/algorithms/autoregressive.ts";
import { decoderEngine } from "../../src/check/adapters/decoder-engine.ts";
import { inProcess } from "../../src/check/adapters/in-process.ts";
import { checkAlgorithm } from "../../src/check/check-algorithm.ts";
import { defaultLimits } from "../../src/check/process/limits.ts";
import { serve } from "../../src/decode/serve.ts";

const [only] = process.argv.slice(2);
const start = { command: [], limits: defaultLimits, now: () => performance.now() };
const chosen = mutants.filter(({ id, kind }) => (only === undefined ? kind === "law" : only.split(",").includes(id)));
for (const mutant of chosen) {
  const decoder = "decoder" in mutant ? mutant.decoder : serve(mutant.algorithm);
  const decoders = new Map([["autoregressive", serve(autoregressive)] as const, [mutant.id, decoder] as const]);
  const result = await checkAlgorithm({
    start,
    open: async () => inProcess(decoderEngine("zoo", "1", decoders)),
    algorithm: mutant.id,
    seed: 1,
    budget: {},
    progress: () => undefined,
  });
  const first = result.rows.find(({ verdict }) => verdict === "refuted");
  const { sequences, tokens } = result;
  const row = { fault: mutant.id, step: first?.step ?? null, kind: first?.kind ?? null, sequences, tokens };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}
