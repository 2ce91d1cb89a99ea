import type { Algorithm } from "../algorithms/algorithm.ts";
import { openPool } from "../experiments/threads/pool.ts";
import { lossless } from "../laws/lossless.ts";
import { oracleAgrees } from "../laws/oracle/oracle-agrees.ts";
import { symbolicLossless, symbolicSolver } from "../laws/symbolic/symbolic-lossless.ts";
import type { Verdict } from "../laws/verdict.ts";
import { float64 } from "../num/float64.ts";
import { type Rational, rational } from "../num/rational.ts";
import { judgeCounts, statisticsQuestion } from "../stats/consistent.ts";
import { chunksOf, sampledChunks } from "../stats/sampled-law.ts";
import { readWorld } from "../worlds/files.ts";
import type { World } from "../worlds/world.ts";
import { loadOracle } from "./load-oracle.ts";
import { type SamplingPool, sampleInThreads } from "./sample-in-threads.ts";

/** The tiers that `verify` runs, and how its summary names them. */
export const HOW = {
  enumeration: "exact enumeration",
  symbolic: "exact identities for all laws",
  oracle: "comparison with the functions of the theorems",
  statistics: "statistics",
} as const;

export type TierName = keyof typeof HOW;

export const isTier = (name: string): name is TierName => Object.hasOwn(HOW, name);

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
export const openTier = async (tier: TierName, seed: number, workers: number): Promise<OpenTier> => {
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
};

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
