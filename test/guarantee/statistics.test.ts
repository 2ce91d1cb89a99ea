import { describe, expect, it } from "vitest";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { float64 } from "../../src/core/num/float64.ts";
import { consistent } from "../../src/evidence/tiers/statistics/consistent.ts";
import { builtInWorlds, readWorld } from "../../src/system/files.ts";

const SEED = 20_250_713;
/** One world with two vocabularies, one with a single one and stop tokens. */
const NAMES = ["overlapping", "both-stop"];
/** All checks together raise a false alarm with probability at most 10⁻⁶. */
const TOTAL_ALPHA = 1e-6;
const POWER = 0.999;
/** Generations a check: enough to see a total variation of 0.01 with that power over at most 33 outcomes. */
const SAMPLES = 400_000;

const worlds = builtInWorlds()
  .map((file) => readWorld(float64, file))
  .filter(({ name }) => NAMES.includes(name));
const checks = algorithms.flatMap((algorithm) =>
  worlds.filter((world) => algorithm.fits?.(world) ?? true).map((world) => ({ algorithm, world })),
);
const plan = { seed: SEED, samples: SAMPLES, alpha: TOTAL_ALPHA / checks.length, power: POWER };

describe(`statistics: seed ${SEED}, total false-alarm rate ${TOTAL_ALPHA}, power ${POWER}`, () => {
  for (const { algorithm, world } of checks) {
    it(`${algorithm.id} in ${world.name}`, ({ task }) => {
      const verdict = consistent(float64, world, algorithm, plan);
      task.meta.verdicts = [verdict];
      expect(verdict.detectable).toBeLessThanOrEqual(0.0115);
      expect(verdict.verdict).toBe((algorithm.lossless ?? true) ? "consistent" : "refuted");
    });
  }
});
