import fc from "fast-check";
import { replay, type WorldFile } from "./world-file.ts";

/** Which worlds of an arbitrary are looked at: fixed in the tests, fresh in `npm run explore`. */
export interface Sample {
  readonly seed: number;
  readonly runs: number;
}

/** The sample that the environment asks for (`LOSSLESS_SEED`, `LOSSLESS_RUNS`), or the fixed one. */
export const sampleOf = (fixed: Sample): Sample => ({
  seed: Number(process.env.LOSSLESS_SEED ?? fixed.seed),
  runs: Number(process.env.LOSSLESS_RUNS ?? fixed.runs),
});

/** Says what is wrong in a world, or nothing. */
export type Judge = (file: WorldFile) => string | undefined;

/** A judge as a property: what it says is thrown. */
const property = (worlds: fc.Arbitrary<WorldFile>, judge: Judge) =>
  fc.property(worlds, (file) => {
    const wrong = judge(file);
    if (wrong !== undefined) throw new Error(wrong);
  });

/** Throws, with the smallest world found and the command that replays it, unless the judge is content everywhere. */
export const holdsEverywhere = (
  law: string,
  algorithm: string,
  worlds: fc.Arbitrary<WorldFile>,
  judge: Judge,
  { seed, runs }: Sample,
): void => {
  const details = fc.check(property(worlds, judge), { seed, numRuns: runs });
  if (!details.failed) return;
  const [file] = details.counterexample as [WorldFile];
  const why = (details.errorInstance as Error).message;
  throw new Error(
    `${law} fails: ${why}\nseed ${seed}, path "${details.counterexamplePath}"\n${replay(file, algorithm)}`,
  );
};

/** The number of worlds looked at until the judge complains; undefined when it never does. */
export const refutedAfter = (
  worlds: fc.Arbitrary<WorldFile>,
  judge: Judge,
  { seed, runs }: Sample,
): number | undefined => {
  const details = fc.check(property(worlds, judge), { seed, numRuns: runs, endOnFailure: true });
  return details.failed ? details.numRuns : undefined;
};
