import { describe, expect, it } from "vitest";
import { algorithms } from "../../src/algorithms/registry.ts";
import { lossless } from "../../src/laws/lossless.ts";
import { symbolicLossless } from "../../src/laws/symbolic/symbolic-lossless.ts";
import { rational } from "../../src/num/rational.ts";
import { parseWorld } from "../../src/worlds/parse-world.ts";
import { sameVocabulary, twoVocabularies } from "../support/token-strings.ts";

/** Seconds a row: proofs take less; what would take more is unknown. */
const SECONDS = 6;
const options = { seed: 1, now: () => performance.now(), seconds: SECONDS };

/** Rows whose formulas are too large to be added up in that time. */
const tooLarge = (algorithm: string, world: string): boolean =>
  algorithm === "slrs-block" && world === "a b | a b ba, 2";

describe.each(algorithms.map((algorithm) => [algorithm.id, algorithm] as const))(
  "%s for all real laws",
  (_, algorithm) => {
    it("is lossless over small token strings, or is a control that is not", { timeout: 60_000 }, async ({ task }) => {
      const verdicts = [];
      for (const world of [...sameVocabulary, ...twoVocabularies]) {
        if (!(algorithm.fits?.(world) ?? true) || tooLarge(algorithm.id, world.name)) continue;
        verdicts.push(await symbolicLossless(world, algorithm, options));
      }
      task.meta.verdicts = verdicts;
      const expected = (algorithm.lossless ?? true) ? "proved" : "refuted";
      expect(verdicts.filter(({ verdict }) => verdict !== expected)).toEqual([]);
      expect(verdicts.length).toBeGreaterThan(0);
      for (const { scope, counterexample } of verdicts) {
        expect(scope).toMatch(/^all real laws p, q at every context, \|T\| = \d, \|D\| = \d, lookahead \d, /);
        if (counterexample === undefined) continue;
        const world = parseWorld(rational, "counterexample", JSON.stringify(counterexample));
        expect(lossless(rational, world, algorithm).verdict).toBe("refuted");
      }
    });
  },
);
