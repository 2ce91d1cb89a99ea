import { describe, expect, test } from "vitest";
import type { Algorithm } from "../core/algorithms/algorithm.ts";
import type { Rational } from "../core/num/rational.ts";
import type { World } from "../core/worlds/world.ts";
import { iid, type Law, toyWorld } from "./toy-world.ts";
import { emissions, formula, measured, passes, symbolically } from "./worked.ts";
import {
  afterPrompt,
  manySpellings,
  spellingMatters,
  stopsAtOnce,
  surelyAThenB,
  threeStarts,
} from "./worked-worlds.ts";

/** What was worked out by hand for an algorithm. */
export interface Worked {
  /** The world of `paths` and `drafterPasses`. */
  readonly world: World<Rational>;
  /** Paths of one round on unknown probabilities. */
  readonly paths: number;
  /** The numbers of drafter passes that rounds take, beside one target pass. */
  readonly drafterPasses: readonly number[];
  /** In {@link afterPrompt} the acceptance, or what a round emits where there is no formula. */
  readonly afterPrompt: string | Law;
  /** What a round emits in {@link surelyAThenB}. */
  readonly afterFirst?: Law;
  /** Drafting ends with the first pass in {@link stopsAtOnce}. */
  readonly endsAtStop?: true;
  /** The acceptance in {@link manySpellings} and in {@link spellingMatters}, of an algorithm that asks how a text is spelt. */
  readonly spellings?: readonly [string, string];
  /** It refuses two vocabularies. */
  readonly oneVocabulary?: true;
}

/** What every algorithm owes to worlds that are worked out by hand: paths, passes, prompts, starts, stops, spellings. */
export function describeWorked(algorithm: Algorithm, worked: Worked): void {
  const { world, paths, drafterPasses } = worked;
  const gap = (algorithm.lossless ?? true) ? { gap: "0" } : {};
  const accepts = (where: World<Rational>, acceptance: string, more: object = {}): void => {
    expect(formula(where, algorithm)).toBe(acceptance);
    expect(measured(where, algorithm)).toMatchObject({ ...gap, acceptance, ...more });
  };
  describe(`${algorithm.id}, worked out by hand`, () => {
    test("on unknown probabilities: every path's formula has the path's weight", () => {
      expect(symbolically(world, algorithm)).toEqual({ paths, wrong: 0 });
    });
    test("one target pass a round, and its drafter passes", () => {
      const counts = passes(world, algorithm);
      expect(new Set(counts.map((count) => count.targetPasses))).toEqual(new Set([1]));
      expect(new Set(counts.map((count) => count.drafterPasses))).toEqual(new Set(drafterPasses));
    });
    test("both models read the prompt, and the drafter its own tokens", () => {
      if (typeof worked.afterPrompt === "string") accepts(afterPrompt(), worked.afterPrompt, { contexts: 2 });
      else expect(emissions(afterPrompt(), algorithm)).toEqual(worked.afterPrompt);
    });
    test("rounds start in three ways where the drafter remembers one token", () => {
      expect(measured(threeStarts(), algorithm)).toMatchObject({ ...gap, contexts: 3 });
    });
    const { afterFirst, endsAtStop, spellings, oneVocabulary } = worked;
    if (afterFirst !== undefined) {
      test("the second draft follows the first", () => {
        expect(emissions(surelyAThenB(), algorithm)).toEqual(afterFirst);
      });
    }
    if (endsAtStop) {
      test("drafting ends at the stop token: one drafter pass", () => {
        for (const count of passes(stopsAtOnce(), algorithm))
          expect(count).toEqual({ targetPasses: 1, drafterPasses: 1 });
      });
    }
    if (spellings !== undefined) {
      test("ψ counts every way to spell a text, and what each may be followed by", () => {
        accepts(manySpellings(), spellings[0]);
        accepts(spellingMatters(), spellings[1]);
      });
    }
    if (oneVocabulary) {
      test("it asks for one vocabulary", () => {
        expect(algorithm.fits?.(afterPrompt())).toBe(true);
        const other = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1/2", c: "1/2" }));
        expect(algorithm.fits?.(other)).toBe(false);
      });
    }
  });
}
