import type fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { rational } from "../core/num/rational.ts";
import { holdsEverywhere, type Judge, refutedAfter, type Sample, sampleOf } from "./check.ts";
import {
  hasItsAcceptance,
  isLossless,
  isNormalized,
  isTerminating,
  isWithinTheBound,
  isWithinTheTransport,
  type Law,
} from "./laws.ts";
import { type Candidates, nothingProposed, type Proposal } from "./proposals.ts";
import { replay, type WorldFile, worldOf } from "./world-file.ts";

/** A wrong variant of an algorithm: what a law must refute. Its id says what is wrong. */
export type Mutation = (algorithm: Algorithm) => Algorithm;

/** The laws, named as theorems are. `acceptance_bound` has no theorem of its own: it follows from `acceptance`. */
export type LawName = "lossless" | "normalizes" | "terminates" | "acceptance" | "acceptance_bound" | "dominates";

/** What an algorithm's property file says about it. */
export interface Description {
  readonly worlds: fc.Arbitrary<WorldFile>;
  /** The law of its first proposal. */
  readonly proposes?: Proposal;
  /** The law of its candidates for the first position, where it has several. */
  readonly candidates?: Candidates;
  /** What it is never worse than. */
  readonly dominates?: Law;
  /** For each law the wrong variants that it must refute over the same worlds. */
  readonly mutants: Partial<Record<LawName, readonly Mutation[]>>;
  readonly sample?: Sample;
}

const FIXED: Sample = { seed: 1, runs: 60 };

/** Worlds in which a mutant must be refuted. */
const TO_REFUTE = 400;

/** Every law of an algorithm over arbitrary worlds, and every law on its mutants. */
export function describeAlgorithm(algorithm: Algorithm, description: Description): void {
  const { worlds, proposes = nothingProposed, candidates, dominates, mutants } = description;
  const bound = candidates === undefined ? isWithinTheBound(proposes) : isWithinTheTransport(candidates);
  const control = algorithm.lossless === false;
  const laws: Partial<Record<LawName, Law>> = {
    ...(control ? {} : { lossless: isLossless, acceptance_bound: bound }),
    ...(algorithm.acceptance === undefined ? {} : { acceptance: hasItsAcceptance }),
    normalizes: isNormalized,
    terminates: isTerminating,
    ...(dominates === undefined ? {} : { dominates }),
  };
  const name = (law: string): string => `${algorithm.id.replaceAll("-", "_")}_${law}`;
  const sample = sampleOf(description.sample ?? FIXED);

  const judge =
    (law: Law, subject: Algorithm): Judge<WorldFile> =>
    (file) => {
      const world = worldOf(rational, file);
      return (subject.fits?.(world) ?? true) ? law(subject, world) : undefined;
    };

  const shown = (file: WorldFile): string => replay(file, algorithm.id);

  describe(algorithm.id, () => {
    for (const [law, breached] of Object.entries(laws)) {
      test(name(law), () => holdsEverywhere(name(law), worlds, judge(breached, algorithm), shown, sample));
    }
    for (const [law, wrong] of Object.entries(mutants)) {
      for (const mutation of wrong) {
        const mutant = mutation(algorithm);
        test(`${name(law)} refutes: ${mutant.id}`, () => {
          const breached = laws[law as LawName] as Law;
          const after = refutedAfter(worlds, judge(breached, mutant), { ...sample, runs: TO_REFUTE });
          expect(after, `no world of ${TO_REFUTE} refutes it`).toBeDefined();
        });
      }
    }
    if (control) {
      test(`${name("lossless")} is refuted: it is a control`, () => {
        expect(refutedAfter(worlds, judge(isLossless, algorithm), { ...sample, runs: TO_REFUTE })).toBeDefined();
      });
    }
    for (const law of Object.keys(laws)) {
      test(`${name(law)} has mutants`, () => expect(mutants[law as LawName] ?? []).not.toEqual([]));
    }
  });
}
