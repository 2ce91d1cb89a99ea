import { algorithms } from "../../src/algorithms/registry.ts";
import { begin, oneRound } from "../../src/decode/position.ts";
import { stream } from "../../src/handlers/random.ts";
import { sampler } from "../../src/handlers/sample.ts";
import { float64 } from "../../src/num/float64.ts";
import { builtInWorlds, readWorld } from "../../src/worlds/files.ts";

const ROUNDS = 400_000;

/** The sampling handler: rounds per second on a toy world, one core. */
export const samplingBench = (): void => {
  const file = builtInWorlds().find((name) => name.endsWith("both-stop.json")) as string;
  const world = readWorld(float64, file);
  console.log(
    `sampled rounds a second, world ${world.name}, one core; the bound is a bare draw from p (autoregressive):`,
  );
  let bound = 0;
  for (const algorithm of algorithms) {
    const program = oneRound(world, algorithm, begin(world, algorithm));
    const ask = sampler(float64, stream(1, algorithm.id));
    for (let i = 0; i < ROUNDS / 4; i++) program(ask);
    const start = performance.now();
    for (let i = 0; i < ROUNDS; i++) program(ask);
    const rate = (ROUNDS / (performance.now() - start)) * 1000;
    bound ||= rate;
    console.log(
      `  ${algorithm.id.padEnd(16)} ${(rate / 1e6).toFixed(2)} million, ${(rate / bound).toFixed(2)} of the bound`,
    );
  }
};
