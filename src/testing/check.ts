import fc from "fast-check";

/** Which values of an arbitrary are looked at: fixed in the tests, fresh in `npm run explore`. */
export interface Sample {
  readonly seed: number;
  readonly runs: number;
}

/** The fixed sample, or the one that the environment asks for: `LOSSLESS_SEED`, and `LOSSLESS_TIMES` as many runs. */
export function sampleOf({ seed, runs }: Sample): Sample {
  return {
    seed: Number(process.env.LOSSLESS_SEED ?? seed),
    runs: runs * Number(process.env.LOSSLESS_TIMES ?? 1),
  };
}

/** Says what is wrong with a case, or nothing. */
export type Judge<A> = (subject: A) => string | undefined;

/** A judge cannot tell: a failure where a law must hold, and no refutation where a mutant must be refuted. */
export class Undecided extends Error {}

class Refuted extends Error {}

const property = <A>(cases: fc.Arbitrary<A>, judge: Judge<A>) =>
  fc.property(cases, (subject) => {
    const wrong = judge(subject);
    if (wrong !== undefined) throw new Refuted(wrong);
  });

/** Throws, with the smallest case found and how to replay it, unless the judge is content everywhere. */
export function holdsEverywhere<A>(
  law: string,
  cases: fc.Arbitrary<A>,
  judge: Judge<A>,
  replay: (subject: A) => string,
  { seed, runs }: Sample,
): void {
  const details = fc.check(property(cases, judge), { seed, numRuns: runs });
  if (!details.failed) return;
  const why = details.errorInstance instanceof Refuted ? details.errorInstance.message : details.errorInstance;
  const [subject] = details.counterexample ?? [];
  const where = subject === undefined ? "" : `\n${replay(subject)}`;
  throw new Error(`${law} fails: ${why}\nseed ${seed}, path "${details.counterexamplePath}"${where}`, {
    cause: details.errorInstance,
  });
}

/**
 * The number of cases looked at until the judge complains; undefined when it never does. A mutant that divides by zero,
 * where the right program never goes, is not refuted by that: the next case is tried. Any other error is thrown.
 */
export function refutedAfter<A>(cases: fc.Arbitrary<A>, judge: Judge<A>, { seed, runs }: Sample): number | undefined {
  const decided: Judge<A> = (subject) => {
    try {
      return judge(subject);
    } catch (error) {
      if (error instanceof Undecided || error instanceof RangeError) return undefined;
      throw error;
    }
  };
  const details = fc.check(property(cases, decided), { seed, numRuns: runs, endOnFailure: true });
  if (!details.failed) return undefined;
  if (!(details.errorInstance instanceof Refuted)) throw details.errorInstance;
  return details.numRuns;
}
