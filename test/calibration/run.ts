import { renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { calibrateAll } from "./calibrate.ts";

// `npm run calibrate`: writes what the statistics say of correct code; the tests repeat the shorter part.
const SEED = 20_250_713;
const figures = { seed: SEED, long: calibrateAll(1000, SEED), short: calibrateAll(100, SEED) };
const file = fileURLToPath(new URL("../../fixtures/calibration.json", import.meta.url));
writeFileSync(`${file}.new`, `${JSON.stringify(figures, null, 2)}\n`);
renameSync(`${file}.new`, file);
for (const { algorithm, world, runs, distance, bound, meanEValue, maxEValue } of figures.long) {
  console.log(
    `${algorithm.padEnd(16)} ${world.padEnd(12)} ${runs} runs: p-values ${distance} from uniform (bound ${bound}), ` +
      `e-values: mean ${meanEValue}, largest ${maxEValue}`,
  );
}
