// How many sequences and tokens each known fault takes in each case of the gauntlet: the median over seeds, a JSON line a
// fault. Samples in this process; only check-signatures goes through the protocol.
// Run: node dist/test/bench/check-power.js [SEEDS] [CASE,CASE…] >> power.jsonl
import { mutants } from "../../fixtures/faults/registry.ts";
import { decoderEngine } from "../../src/checker/adapters/decoder-engine.ts";
import { gauntlet } from "../../src/checker/plan/gauntlet.ts";
import { serve } from "../../src/core/decode/serve.ts";
import { alarmIn } from "./check-in-process.ts";

const [seeds = "1", only] = process.argv.slice(2);
const cases = gauntlet().filter(({ name }) => only === undefined || only.split(",").includes(name));

/** The middle one, where a run without alarm is longer than any. */
const median = (found: readonly ([number, number] | null)[]): [number, number] | null =>
  found.toSorted((a, b) => (a?.[0] ?? 1e9) - (b?.[0] ?? 1e9))[Math.floor((found.length - 1) / 2)] ?? null;

for (const mutant of mutants.filter(({ kind }) => kind === "law")) {
  const { id, wounds, documented = null } = mutant;
  const decoder = "decoder" in mutant ? mutant.decoder : serve(mutant.algorithm);
  const engine = decoderEngine("zoo", "1", new Map([[id, decoder]]));
  const alarms: Record<string, [number, number]> = {};
  for (const at of cases) {
    const found = Array.from({ length: Number(seeds) }, (_, k) => alarmIn(engine, id, at, k + 1).alarm);
    const middle = median(found);
    if (middle !== null) alarms[at.name] = middle;
  }
  process.stdout.write(`${JSON.stringify({ fault: id, wounds, documented, cases: alarms })}\n`);
}
