import type { Algorithm } from "../algorithms/algorithm.ts";
import { lossless } from "../laws/lossless.ts";
import { oracleAgrees } from "../laws/oracle/oracle-agrees.ts";
import { symbolicLossless } from "../laws/symbolic/symbolic-lossless.ts";
import type { Verdict } from "../laws/verdict.ts";
import { float64 } from "../num/float64.ts";
import { type Rational, rational } from "../num/rational.ts";
import { consistent } from "../stats/consistent.ts";
import type { World } from "../worlds/world.ts";
import { loadOracle } from "./load-oracle.ts";

/** The tiers that `verify` runs, and how its summary names them. */
export const HOW = {
  enumeration: "exact enumeration",
  symbolic: "exact identities for all laws",
  oracle: "comparison with the functions of the theorems",
  statistics: "statistics",
} as const;

export type Tier = keyof typeof HOW;

export const isTier = (name: string): name is Tier => Object.hasOwn(HOW, name);

/** One algorithm in one world, which is read again in doubles where it is sampled. */
export type Judge = (
  world: World<Rational>,
  algorithm: Algorithm,
  inDoubles: () => World<number>,
) => Verdict | Promise<Verdict>;

/** What one statistical row promises; 400,000 generations see a total variation of about 0.01. */
const RATES = { samples: 400_000, alpha: 1e-8, power: 0.999 };

/** A tier, with what it needs loaded. */
export const openTier = async (tier: Tier, seed: number): Promise<Judge> => {
  switch (tier) {
    case "enumeration":
      return (world, algorithm) => lossless(rational, world, algorithm);
    case "symbolic":
      return (world, algorithm) => symbolicLossless(world, algorithm, { seed });
    case "oracle": {
      const oracle = await loadOracle();
      return (world, algorithm) => oracleAgrees(oracle, world, algorithm);
    }
    case "statistics":
      return (_, algorithm, inDoubles) => consistent(float64, inDoubles(), algorithm, { ...RATES, seed });
  }
};
