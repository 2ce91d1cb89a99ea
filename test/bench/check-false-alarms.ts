// Full checks of a right decoder under many seeds: how often it is refuted, and how large its e-values grow: a JSON line
// a run, with log10 of the largest e-value of each case in which tokens were tested.
// Run: node dist/test/bench/check-false-alarms.js ADAPTER RUNS ALGORITHM[,ALGORITHM…] [FIRST SEED] >> figures.jsonl
import { adapterCommand } from "../../src/checker/adapters/locate.ts";
import { checkAlgorithm } from "../../src/checker/check-algorithm.ts";
import { largest, overall, reach } from "../../src/checker/overall.ts";
import { defaultLimits } from "../../src/checker/process/limits.ts";

const [adapter = "own", runs = "200", names = "sd", first = "1"] = process.argv.slice(2);
const algorithms = names.split(",");
for (let run = 0; run < Number(runs); run++) {
  const seed = Number(first) + run;
  const algorithm = algorithms[run % algorithms.length] as string;
  const result = await checkAlgorithm({
    start: { command: adapterCommand([adapter]), limits: defaultLimits, now: () => performance.now() },
    algorithm,
    seed,
    budget: {},
    progress: () => undefined,
  });
  const { sequences, tokens, rows } = result;
  const odd = rows.filter(({ verdict }) => verdict !== "consistent" && verdict !== "not applicable");
  const peaks = Object.fromEntries(reach(result).tested.map(({ step, evidence }) => [step, evidence?.peak]));
  const row = {
    adapter,
    algorithm,
    seed,
    verdict: overall(result),
    largest: largest(result),
    sequences,
    tokens,
    odd,
    peaks,
  };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}
