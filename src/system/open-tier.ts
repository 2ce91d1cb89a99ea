import type { Algorithm } from "../core/algorithms/algorithm.ts";
import type { Rational } from "../core/num/rational.ts";
import type { World } from "../core/worlds/world.ts";
import type { Draw } from "../evidence/tiers/tier.ts";
import type { TierName } from "../evidence/tiers/tier-name.ts";
import { tierOf } from "../evidence/tiers/tiers.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import { loadOracle } from "./load-oracle.ts";
import { type SamplingPool, sampleInThreads } from "./sample-in-threads.ts";
import { openPool } from "./threads/pool.ts";

/** A world that stands in a file, which threads read again. */
export type WorldInFile = World<Rational> & { readonly file: string };

/** A tier at work on worlds that stand in files. */
export interface FileJudge {
  judge(algorithm: Algorithm, world: WorldInFile): Promise<Verdict>;
  close(): Promise<void>;
}

/** Opens a tier; statistics draws in `workers` threads, and in this one where that is 1. The verdicts are the same. */
export async function openTier(name: TierName, seed: number, workers: number): Promise<FileJudge> {
  const options = { seed, oracle: loadOracle };
  if (name !== "statistics" || workers === 1) return tierOf(name).open(options);
  const pool: SamplingPool = openPool(new URL("./sampling-worker.js", import.meta.url), workers);
  const inThreads =
    ({ file, lookahead }: WorldInFile): Draw =>
    (_, { id }, plan) =>
      sampleInThreads(pool, { file, lookahead, algorithm: id }, plan);
  return {
    judge: async (algorithm, world) =>
      (await tierOf(name).open({ ...options, draw: inThreads(world) })).judge(algorithm, world),
    close: pool.close,
  };
}
