import { algorithms } from "../../src/core/algorithms/registry.ts";
import { begin, oneRound } from "../../src/core/decode/position.ts";
import { stream } from "../../src/core/handlers/random.ts";
import { sampler } from "../../src/core/handlers/sample.ts";
import { sampleAgain } from "../../src/core/handlers/sample-again.ts";
import { float64 } from "../../src/core/num/float64.ts";
import { builtInWorlds, readWorld } from "../../src/system/files.ts";

const ROUNDS = 400_000;

/** Runs a second, in millions, after a quarter of the runs to warm up. */
const rate = (run: () => unknown): number => {
  for (let i = 0; i < ROUNDS / 4; i++) run();
  const start = performance.now();
  for (let i = 0; i < ROUNDS; i++) run();
  return ROUNDS / (performance.now() - start) / 1000;
};

/** Sampled rounds a second on toy worlds, one core: the program run each time, and run again as sampling does it. */
export const samplingBench = (): void => {
  for (const name of ["both-stop", "overlapping"]) {
    const file = builtInWorlds().find((file) => file.endsWith(`${name}.json`)) as string;
    const world = readWorld(float64, file);
    console.log(
      `sampled rounds a second, world ${name}, one core, in millions: the program run each time; questions recorded`,
    );
    for (const algorithm of algorithms) {
      if (!(algorithm.fits?.(world) ?? true)) continue;
      const program = oneRound(world, algorithm, begin(world, algorithm));
      const ask = sampler(float64, stream(1, algorithm.id));
      const plain = rate(() => program(ask));
      const random = stream(1, algorithm.id);
      const again = sampleAgain(float64, program, (a, b) => a.emitted.join() === b.emitted.join(), { left: 100_000 });
      const recorded = rate(() => again(random));
      console.log(
        `  ${algorithm.id.padEnd(16)} ${plain.toFixed(2)}  ${recorded.toFixed(2)}, ${(recorded / plain).toFixed(1)} times`,
      );
    }
  }
};
