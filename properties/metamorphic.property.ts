import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Algorithm } from "../src/core/algorithms/algorithm.ts";
import { algorithms } from "../src/core/algorithms/registry.ts";
import { slrs } from "../src/core/algorithms/slrs.ts";
import { tli } from "../src/core/algorithms/tli.ts";
import { type Rational, rational } from "../src/core/num/rational.ts";
import { holdsEverywhere, refutedAfter, sampleOf, Undecided } from "../src/testing/check.ts";
import { difference, firstTokens, type OutputLaw, outputLaw, unmergedOutputLaw } from "../src/testing/output-law.ts";
import { renamed, swapLetters } from "../src/testing/rename.ts";
import { replay, type SideFile, type WorldFile, worldOf } from "../src/testing/world-file.ts";
import { anyWorld } from "../src/testing/worlds.ts";
import {
  correctsFromTarget,
  hidesItsState,
  keepsAll,
  mergesTooMuch,
  prefersLowIds,
  prefersTheLetterA,
} from "./support/mutation.ts";

interface Case {
  readonly file: WorldFile;
  /** Its drafter takes the place of the file's. */
  readonly other: WorldFile;
  readonly algorithm: string;
  readonly horizon: number;
}

const correct = algorithms.filter(({ lossless }) => lossless ?? true);
const worlds = anyWorld({ lookahead: 2 });
const cases: fc.Arbitrary<Case> = fc.record({
  file: worlds,
  other: worlds,
  algorithm: fc.constantFrom(...correct.map(({ id }) => id)),
  horizon: fc.constantFrom(1, 2, 2, 3),
});
const sample = sampleOf({ seed: 2, runs: 120 });

const read = (file: WorldFile) => worldOf(rational, file);
const fits = (algorithm: Algorithm, file: WorldFile): boolean => algorithm.fits?.(read(file)) ?? true;
const uniform = ({ vocabulary, ...side }: SideFile): SideFile => ({
  ...side,
  vocabulary,
  model: {
    kind: "markov",
    order: 0,
    rows: [],
    otherwise: Object.fromEntries(vocabulary.map((token) => [token, `1/${vocabulary.length}`])),
  },
});

/** Says how the output law of one algorithm changes where it must not. */
type Relation = (algorithm: Algorithm, subject: Case) => string | undefined;

/** The law of generation in the world of a file. */
const law = (file: WorldFile, algorithm: Algorithm, horizon: number): OutputLaw =>
  outputLaw(read(file), algorithm, horizon);

/** The output law stays the same in a changed world. */
const unchangedBy =
  (change: (subject: Case, algorithm: Algorithm) => WorldFile): Relation =>
  (algorithm, subject) => {
    const { file, horizon } = subject;
    return difference(law(change(subject, algorithm), algorithm, horizon), law(file, algorithm, horizon));
  };

const reversed = ({ vocabulary, ...side }: SideFile): SideFile => ({ ...side, vocabulary: vocabulary.toReversed() });

/** The law of the first tokens is that of longer texts, cut. */
const chunked =
  (lawOf: (world: ReturnType<typeof read>, algorithm: Algorithm, horizon: number) => OutputLaw): Relation =>
  (algorithm, { file, horizon }) =>
    difference(lawOf(read(file), algorithm, horizon), firstTokens(lawOf(read(file), algorithm, horizon + 1), horizon));

const relations: Record<
  string,
  { relation: Relation; mutants: readonly { relation?: Relation; mutant: Algorithm }[] }
> = {
  "the drafter's model": {
    relation: unchangedBy(({ file }) => ({ ...file, drafter: uniform(file.drafter) })),
    mutants: [{ mutant: keepsAll(tli) }, { mutant: correctsFromTarget(slrs) }],
  },
  "the drafter": {
    relation: unchangedBy(({ file, other }, algorithm) => {
      const changed = { ...file, drafter: other.drafter };
      return fits(algorithm, changed) ? changed : file;
    }),
    mutants: [{ mutant: keepsAll(tli) }, { mutant: correctsFromTarget(slrs) }],
  },
  "the lookahead": {
    relation: unchangedBy(({ file }) => ({ ...file, lookahead: (file.lookahead % 3) + 1 })),
    mutants: [{ mutant: correctsFromTarget(tli) }],
  },
  "the names of the tokens": {
    relation: (algorithm, { file, horizon }) => {
      if (file.target.bytes !== undefined) return undefined;
      const before = new Map(
        [...law(file, algorithm, horizon)].map(([tokens, weight]) => [swapLetters(tokens), weight]),
      );
      return difference(law(renamed(file, swapLetters), algorithm, horizon), before);
    },
    mutants: [{ mutant: prefersTheLetterA(tli) }],
  },
  "the order of the vocabularies": {
    relation: unchangedBy(({ file }) => ({
      ...file,
      target: reversed(file.target),
      drafter: reversed(file.drafter),
    })),
    mutants: [{ mutant: prefersLowIds(tli) }],
  },
  "merging inside rounds": {
    relation: (algorithm, { file, horizon }) =>
      difference(outputLaw(read(file), algorithm, horizon, { merging: false }), law(file, algorithm, horizon)),
    mutants: [{ mutant: mergesTooMuch(slrs) }],
  },
  "merging between rounds": {
    relation: (algorithm, { file, horizon }) =>
      difference(
        unmergedOutputLaw(read(file), algorithm, Math.min(horizon, 2)),
        law(file, algorithm, Math.min(horizon, 2)),
      ),
    mutants: [{ mutant: mergesTooMuch(slrs) }, { mutant: hidesItsState(slrs) }],
  },
  "where a generation is cut": {
    relation: chunked(outputLaw),
    mutants: [
      {
        mutant: correctsFromTarget(tli),
        // The length budget leaks into how much is drafted.
        relation: chunked((world, algorithm, horizon) =>
          outputLaw({ ...world, lookahead: (horizon % 2) + 1 }, algorithm, horizon),
        ),
      },
    ],
  },
};

const algorithmOf = ({ algorithm }: Case): Algorithm => correct.find(({ id }) => id === algorithm) as Algorithm;
const shown = ({ file, algorithm }: Case): string => replay(file, algorithm);

describe("the output law does not depend on", () => {
  for (const [name, { relation, mutants }] of Object.entries(relations)) {
    test(name, () => {
      let undecided = 0;
      const judge = (subject: Case) => {
        const algorithm = algorithmOf(subject);
        if (!fits(algorithm, subject.file)) return undefined;
        try {
          return relation(algorithm, subject);
        } catch (error) {
          if (!(error instanceof Undecided)) throw error;
          undecided++;
          return undefined;
        }
      };
      holdsEverywhere(name, cases, judge, shown, sample);
      expect(undecided, "cases too large to decide").toBeLessThan(sample.runs / 4);
    });
    for (const { mutant, relation: mutated = relation } of mutants) {
      test(`${name}: refutes "${mutant.id}"`, () => {
        expect(refutedAfter(cases, (subject) => mutated(mutant, subject), { ...sample, runs: 400 })).toBeDefined();
      });
    }
  }
});

test("every law of generation has mass 1", () => {
  const judge = (subject: Case) => {
    const algorithm = algorithmOf(subject);
    if (!fits(algorithm, subject.file)) return undefined;
    const total = [...law(subject.file, algorithm, subject.horizon).values()].reduce<Rational>(
      rational.add,
      rational.zero,
    );
    return rational.equal(total, rational.one) ? undefined : `mass ${rational.print(total)}`;
  };
  holdsEverywhere("mass 1", cases, judge, shown, sample);
});
