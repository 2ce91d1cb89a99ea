import type { Algorithm } from "./core/algorithms/algorithm.ts";
import { type Rational, rational } from "./core/num/rational.ts";
import type { World } from "./core/worlds/world.ts";
import type { Limits } from "./evidence/tiers/enumeration/contexts.ts";
import type { TierName } from "./evidence/tiers/tier-name.ts";
import { tierOf } from "./evidence/tiers/tiers.ts";
import type { Verdict } from "./evidence/tiers/verdict.ts";
import { readWorld } from "./system/files.ts";
import { loadOracle } from "./system/load-oracle.ts";

/** How {@link verify} goes about it. */
export interface VerifyOptions {
  /** Which evidence is looked for; default enumeration. */
  readonly tier?: TierName;
  /** Of what is sampled or searched; the same seed gives the same verdict. Default 1. */
  readonly seed?: number;
  /** How far enumeration goes. */
  readonly limits?: Limits;
  /** Ends the work between two steps: before it begins, and before the verdict is given. */
  readonly signal?: AbortSignal;
}

/**
 * Is the law of an algorithm's output exactly the target's in this world?
 *
 * Let $P$ be the target's law of whole generations and $A$ that of the algorithm. The verdict is `proved` where $A = P$ was
 * shown, `refuted` with a witness where a sequence has another probability, `consistent` where statistics saw no
 * difference, and `unknown` with a reason. An algorithm that is not this laboratory's is looked at as code that is not
 * trusted: it sees read-only copies, every path runs twice, and nothing that it says of itself is believed.
 * It runs in this process; `lossless verify --algorithm FILE` gives it one of its own, and samples it after a proof.
 *
 * @param world A world, or the path of a world file (`lossless-world/1`).
 * @throws BadInput where the file is no world; RuleBreach where the algorithm breaks the rules of a round; the signal's
 * reason where it was aborted.
 * @example
 * const coins = world({ target: "a 1/3, b 2/3", drafter: "a 1/2, ab 1/2" });
 * const { verdict, scope, gap } = await verify(algorithmOf("tli"), coins);
 * [verdict, scope, gap]; // → ["proved", "every horizon", "0"]
 */
export async function verify(
  algorithm: Algorithm,
  world: World<Rational> | string,
  options: VerifyOptions = {},
): Promise<Verdict> {
  const { tier: name = "enumeration", signal, ...more } = options;
  const tier = tierOf(name);
  signal?.throwIfAborted();
  const judge = await tier.open({ ...more, oracle: loadOracle });
  try {
    signal?.throwIfAborted();
    const verdict = await judge.judge(algorithm, typeof world === "string" ? readWorld(rational, world) : world);
    signal?.throwIfAborted();
    return verdict;
  } finally {
    await judge.close();
  }
}
