import type { Algorithm } from "../../core/algorithms/algorithm.ts";
import type { Rational } from "../../core/num/rational.ts";
import type { World } from "../../core/worlds/world.ts";
import type { Limits } from "./enumeration/contexts.ts";
import type { Oracle } from "./oracle/oracle.ts";
import type { SamplingPlan } from "./statistics/sampled-law.ts";
import type { TierName } from "./tier-name.ts";
import type { Verdict } from "./verdict.ts";

/** How often an algorithm generated each sequence of tokens in a world in doubles. */
export type Draw = (
  world: World<number>,
  algorithm: Algorithm,
  plan: SamplingPlan,
) => ReadonlyMap<string, number> | Promise<ReadonlyMap<string, number>>;

/** What a tier may use. */
export interface TierOptions {
  /** Of what is sampled, and of the search for a counterexample; the same seed gives the same verdict. Default 1. */
  readonly seed?: number;
  /** How far enumeration goes. */
  readonly limits?: Limits;
  /** Loads the functions that were extracted from the proofs, which only some places can read. */
  readonly oracle?: () => Promise<Oracle>;
  /** Draws what statistics compares, elsewhere than here. */
  readonly draw?: Draw;
}

/** A tier at work. */
export interface Judge {
  /** The verdict on one algorithm in one world. */
  judge(algorithm: Algorithm, world: World<Rational>): Promise<Verdict>;
  /** Ends what it keeps running. */
  close(): Promise<void>;
}

/** A kind of evidence: what it shows, how far it goes, and what looks for it. */
export interface Tier {
  readonly name: TierName;
  /** What its verdict shows, in one sentence. */
  readonly shows: string;
  /** What its verdict covers. */
  readonly scope: string;
  open(options: TierOptions): Promise<Judge>;
}
