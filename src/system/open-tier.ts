import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { float64 } from "../core/num/float64.ts";
import { type Rational, rational } from "../core/num/rational.ts";
import type { World } from "../core/worlds/world.ts";
import { lossless } from "../evidence/tiers/enumeration/lossless.ts";
import { oracleAgrees } from "../evidence/tiers/oracle/oracle-agrees.ts";
import { judgeCounts, statisticsQuestion } from "../evidence/tiers/statistics/consistent.ts";
import { chunksOf, sampledChunks } from "../evidence/tiers/statistics/sampled-law.ts";
import { symbolicLossless, symbolicSolver } from "../evidence/tiers/symbolic/symbolic-lossless.ts";
import type { TierName } from "../evidence/tiers/tier-name.ts";
import type { Verdict } from "../evidence/tiers/verdict.ts";
import { readWorld } from "./files.ts";
import { loadOracle } from "./load-oracle.ts";
import { type SamplingPool, sampleInThreads } from "./sample-in-threads.ts";
import { openPool } from "./threads/pool.ts";

/** One algorithm in one world, whose file is read again in doubles where it is sampled. */
export type Judge = (world: World<Rational>, algorithm: Algorithm, file: string) => Verdict | Promise<Verdict>;

/** A tier that is ready, and what ends its threads. */
export interface OpenTier {
  readonly judge: Judge;
  close(): Promise<void>;
}

/** What one statistical row promises; 400,000 generations see a total variation of about 0.01. */
const RATES = { samples: 400_000, alpha: 1e-8, power: 0.999 };

const alone = (judge: Judge): OpenTier => ({ judge, close: async () => {} });

/** A tier, with what it needs loaded; statistics draws in `workers` threads, and in this one where that is 1. */
export async function openTier(tier: TierName, seed: number, workers: number): Promise<OpenTier> {
  switch (tier) {
    case "enumeration":
      return alone((world, algorithm) => lossless(rational, world, algorithm));
    case "symbolic": {
      const solver = symbolicSolver();
      return { judge: (world, algorithm) => symbolicLossless(world, algorithm, { seed, solver }), close: solver.close };
    }
    case "oracle": {
      const oracle = await loadOracle();
      return alone((world, algorithm) => oracleAgrees(oracle, world, algorithm));
    }
    case "statistics": {
      if (workers === 1) return alone(sampling(seed));
      const pool: SamplingPool = openPool(new URL("./sampling-worker.js", import.meta.url), workers);
      return { judge: sampling(seed, pool), close: pool.close };
    }
  }
}

/** Samples a row, in the threads of a pool where there is one; the counts do not depend on that. */
const sampling =
  (seed: number, pool?: SamplingPool): Judge =>
  async ({ lookahead }, algorithm, file) => {
    const world = { ...readWorld(float64, file), lookahead };
    const question = statisticsQuestion(float64, world);
    const plan = { horizon: question.horizon, seed, samples: RATES.samples };
    const row = { file, lookahead, algorithm: algorithm.id };
    const counts =
      pool === undefined
        ? sampledChunks(float64, world, algorithm, plan, 0, chunksOf(plan))
        : await sampleInThreads(pool, row, plan);
    return judgeCounts(question, algorithm, { ...RATES, seed }, counts);
  };
