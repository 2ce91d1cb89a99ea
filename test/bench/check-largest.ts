// The largest e-value of whole gauntlets on a right decoder, run by run; samples in this process. A JSON line a run.
// Run: node dist/test/bench/check-largest.js RUNS [FIRST SEED] >> largest.jsonl

import { decoderEngine } from "../../src/checker/adapters/decoder-engine.ts";
import { gauntlet } from "../../src/checker/plan/gauntlet.ts";
import { randomCase } from "../../src/checker/plan/random-worlds.ts";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { serve } from "../../src/core/decode/serve.ts";
import { alarmIn } from "./check-in-process.ts";

const [runs = "200", first = "1"] = process.argv.slice(2);
const right = algorithms.filter(({ lossless = true, id }) => lossless && id !== "autoregressive");
const engine = decoderEngine("own", "1", new Map(right.map((algorithm) => [algorithm.id, serve(algorithm)])));
for (let run = 0; run < Number(runs); run++) {
  const seed = Number(first) + run;
  const algorithm = right[seed % right.length]?.id as string;
  const cases = [...gauntlet(), ...[1, 2, 3, 4].map((k) => randomCase(seed, k))];
  const found = cases.map((at) => alarmIn(engine, algorithm, at, seed));
  const alarms = cases.filter((_, i) => found[i]?.alarm !== null).map(({ name }) => name);
  const largest = Math.max(...found.map(({ peak }) => peak ?? Infinity));
  const tokens = found.reduce((sum, one) => sum + one.tokens, 0);
  process.stdout.write(`${JSON.stringify({ algorithm, seed, alarms, largest, tokens })}\n`);
}
