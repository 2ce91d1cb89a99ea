import { afterAll, describe, expect, it } from "vitest";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { rational } from "../../src/core/num/rational.ts";
import { parseWorld } from "../../src/core/worlds/parse-world.ts";
import { defaultLimits } from "../../src/evidence/tiers/enumeration/contexts.ts";
import { lossless } from "../../src/evidence/tiers/enumeration/lossless.ts";
import { symbolicLossless, symbolicSolver } from "../../src/evidence/tiers/symbolic/symbolic-lossless.ts";
import type { Finding, Verdict } from "../../src/evidence/tiers/verdict.ts";
import { sameVocabulary, twoVocabularies } from "../support/token-strings.ts";

const solver = symbolicSolver();
afterAll(() => solver.close());

/** Contexts followed: a fault shows soon. */
const limits = { ...defaultLimits, contexts: 60, unboundedContexts: 60 };

/**
 * Work for the rows that stay unknown here: formulas too large for these tests, or ratios of two unknown masses. By default
 * the row of slrs-block is proved, after 4.1 million products of monomials, 1.5 million of them in a way that fails.
 */
const GIVEN_UP = 200_000;
const isTooLarge = (algorithm: string, world: string): boolean =>
  (algorithm === "slrs-block" && world === "a b | a b ba, 2") ||
  (algorithm === "slrs-pair" && world === "a b ab | a b, 2");
/** Left out: proved as well, but in five seconds each, and with one vocabulary the two candidates are one token. */
const isLeftOut = (algorithm: string, world: string): boolean =>
  algorithm === "slrs-pair" && world.startsWith("a b c | a b c,");

describe.each(algorithms.map((algorithm) => [algorithm.id, algorithm] as const))(
  "%s for all real laws",
  (_, algorithm) => {
    it("is lossless over small token strings, or is a control that is not", async ({ task }) => {
      const verdicts: Verdict[] = [];
      const fitting = [...sameVocabulary, ...twoVocabularies].filter(
        (world) => (algorithm.fits?.(world) ?? true) && !isLeftOut(algorithm.id, world.name),
      );
      for (const world of fitting) {
        const work = isTooLarge(algorithm.id, world.name) ? { work: GIVEN_UP } : {};
        verdicts.push(await symbolicLossless(world, algorithm, { seed: 1, solver, ...work }));
      }
      task.meta.verdicts = verdicts;
      const expected = (world: string): Finding =>
        isTooLarge(algorithm.id, world) ? "unknown" : (algorithm.lossless ?? true) ? "proved" : "refuted";
      expect(verdicts.filter(({ verdict, world }) => verdict !== expected(world))).toEqual([]);
      expect(verdicts.length).toBeGreaterThan(0);
      expect(
        verdicts.filter(
          ({ verdict, why }) => verdict === "unknown" && !/stopped after|open obligation G/.test(why ?? ""),
        ),
      ).toEqual([]);
      for (const { scope, counterexample } of verdicts) {
        expect(scope).toMatch(/^all real laws p, q at every context, \|T\| = \d, \|D\| = \d, lookahead \d, /);
        if (counterexample === undefined) continue;
        const world = parseWorld(rational, "counterexample", JSON.stringify(counterexample));
        expect(lossless(rational, world, algorithm, limits).verdict).toBe("refuted");
      }
    });
  },
);
