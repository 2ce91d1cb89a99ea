/** The matchers as plain functions, for test runners other than Vitest: each throws where its claim does not hold. */
import { judgeConsistent } from "./judge-consistent.ts";
import { judgeLaw } from "./judge-law.ts";
import { judgeLossless } from "./judge-lossless.ts";
import type { Judgement } from "./judgement.ts";

export { judgeConsistent, type Samples, type Sensitivity, samplesNeeded } from "./judge-consistent.ts";
export { judgeLaw } from "./judge-law.ts";
export { type AnyWorld, judgeLossless } from "./judge-lossless.ts";
export type { Judgement } from "./judgement.ts";
export type { LawLike, Naming } from "./law-like.ts";

/** A claim that was checked and does not hold. */
export class BrokenClaim extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BrokenClaim";
  }
}

const asserted =
  <A extends readonly unknown[]>(judge: (...subject: A) => Judgement) =>
  (...subject: A): void => {
    const { pass, message } = judge(...subject);
    if (!pass) throw new BrokenClaim(message);
  };

/** Throws unless the algorithm is lossless in the world, by exact enumeration. */
export const assertLossless = asserted(judgeLossless);

/** Throws unless two finite laws are exactly equal. */
export const assertLaw = asserted(judgeLaw);

/** Throws unless the samples could come from the law, or where they are too few to tell. */
export const assertConsistent = asserted(judgeConsistent);
