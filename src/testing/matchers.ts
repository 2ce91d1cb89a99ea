/** Vitest matchers, registered by importing this module: `toBeLossless`, `toHaveLaw`, `toBeConsistentWith`. */
import { expect } from "vitest";
import type { Algorithm } from "../core/algorithms/algorithm.ts";
import type { Limits } from "../evidence/tiers/enumeration/contexts.ts";
import { judgeConsistent, type Samples, type Sensitivity } from "./judge-consistent.ts";
import { judgeLaw } from "./judge-law.ts";
import { type AnyWorld, judgeLossless } from "./judge-lossless.ts";
import type { Judgement } from "./judgement.ts";
import type { LawLike, Naming } from "./law-like.ts";

export * from "./assertions.ts";

/** What can be expected of algorithms, laws and samples. */
export interface LosslessMatchers<R = unknown> {
  /**
   * The algorithm's output law is exactly the target's in this world, by enumeration in rationals; a failure shows the
   * shortest witness and how to replay it. A world file, as an object or by its path, is shown whole.
   */
  toBeLossless(world: AnyWorld, limits?: Limits): R;
  /** The law equals this one exactly; a failure lists the values that differ. `name` says how values are written. */
  toHaveLaw(law: LawLike, name?: Naming): R;
  /**
   * The samples, or the counts in a map or an object, could come from this law. False alarms have probability at most
   * `alpha`; too few samples to see `detectable` with that power are an error, also under `not`.
   */
  toBeConsistentWith(law: LawLike, sensitivity: Sensitivity, name?: Naming): R;
}

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: declarations that are merged must have the same type parameters.
  interface Matchers<T = any> extends LosslessMatchers<T> {}
}

const inVitest = ({ pass, message }: Judgement) => ({ pass, message: () => message });

expect.extend({
  toBeLossless: (algorithm: Algorithm, world: AnyWorld, limits?: Limits) =>
    inVitest(judgeLossless(algorithm, world, limits)),
  toHaveLaw: (found: LawLike, expected: LawLike, name?: Naming) => inVitest(judgeLaw(found, expected, name)),
  toBeConsistentWith: (samples: Samples, law: LawLike, sensitivity: Sensitivity, name?: Naming) =>
    inVitest(judgeConsistent(samples, law, sensitivity, name)),
});
