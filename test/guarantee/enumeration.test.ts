import { describe, expect, it } from "vitest";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { rational } from "../../src/core/num/rational.ts";
import { lossless } from "../../src/evidence/tiers/enumeration/lossless.ts";
import { builtInWorlds, readWorld } from "../../src/system/files.ts";

const worlds = builtInWorlds().map((file) => readWorld(rational, file));

describe.each(algorithms.map((algorithm) => [algorithm.id, algorithm] as const))(
  "%s by enumeration",
  (_, algorithm) => {
    const fitting = worlds.filter((world) => algorithm.fits?.(world) ?? true);

    it("is lossless in every built-in world, or is a control that is not", ({ task }) => {
      const verdicts = fitting.map((world) => lossless(rational, world, algorithm));
      task.meta.verdicts = verdicts;
      if (algorithm.lossless ?? true) {
        expect(verdicts.filter(({ verdict, gap }) => verdict !== "proved" || gap !== "0")).toEqual([]);
      } else {
        expect(verdicts.filter(({ verdict }) => verdict === "refuted").length).toBeGreaterThan(0);
      }
      expect(verdicts.length).toBeGreaterThan(0);
    });
  },
);
