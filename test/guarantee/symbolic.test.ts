import { describe, expect, it } from "vitest";
import { algorithms } from "../../src/algorithms/registry.ts";
import { defaultLimits } from "../../src/laws/contexts.ts";
import { lossless } from "../../src/laws/lossless.ts";
import { symbolicLossless } from "../../src/laws/symbolic/symbolic-lossless.ts";
import type { Finding, Verdict } from "../../src/laws/verdict.ts";
import { rational } from "../../src/num/rational.ts";
import { parseWorld } from "../../src/worlds/parse-world.ts";
import { sameVocabulary, twoVocabularies } from "../support/token-strings.ts";

const options = { seed: 1, now: () => performance.now() };
/** Contexts followed: a fault shows soon. */
const limits = { ...defaultLimits, contexts: 60, unboundedContexts: 60 };

/** Seconds for the row whose formulas are too large to be added up in time: it stays unknown. */
const GIVEN_UP = 1;
const isTooLarge = (algorithm: string, world: string): boolean =>
  algorithm === "slrs-block" && world === "a b | a b ba, 2";

describe.each(algorithms.map((algorithm) => [algorithm.id, algorithm] as const))(
  "%s for all real laws",
  (_, algorithm) => {
    it("is lossless over small token strings, or is a control that is not", { timeout: 60_000 }, async ({ task }) => {
      const verdicts: Verdict[] = [];
      const fitting = [...sameVocabulary, ...twoVocabularies].filter((world) => algorithm.fits?.(world) ?? true);
      for (const world of fitting) {
        const seconds = isTooLarge(algorithm.id, world.name) ? { seconds: GIVEN_UP } : {};
        verdicts.push(await symbolicLossless(world, algorithm, { ...options, ...seconds }));
      }
      task.meta.verdicts = verdicts;
      const expected = (world: string): Finding =>
        isTooLarge(algorithm.id, world) ? "unknown" : (algorithm.lossless ?? true) ? "proved" : "refuted";
      expect(verdicts.filter(({ verdict, world }) => verdict !== expected(world))).toEqual([]);
      expect(verdicts.length).toBeGreaterThan(0);
      expect(verdicts.filter(({ verdict, why }) => verdict === "unknown" && !why?.includes("stopped after"))).toEqual(
        [],
      );
      for (const { scope, counterexample } of verdicts) {
        expect(scope).toMatch(/^all real laws p, q at every context, \|T\| = \d, \|D\| = \d, lookahead \d, /);
        if (counterexample === undefined) continue;
        const world = parseWorld(rational, "counterexample", JSON.stringify(counterexample));
        expect(lossless(rational, world, algorithm, limits).verdict).toBe("refuted");
      }
    });
  },
);
