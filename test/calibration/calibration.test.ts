import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Algorithm } from "../../src/core/algorithms/algorithm.ts";
import { autoregressive } from "../../src/core/algorithms/autoregressive.ts";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { float64 } from "../../src/core/num/float64.ts";
import type { Token } from "../../src/core/vocab/vocabulary.ts";
import { builtInWorlds, packageRoot, readWorld } from "../../src/system/files.ts";
import { type Calibration, calibrate, calibrateAll } from "./calibrate.ts";

const figures: { seed: number; long: Calibration[]; short: Calibration[] } = JSON.parse(
  readFileSync(join(packageRoot(), "fixtures", "calibration.json"), "utf8"),
);

describe("the calibration of the statistics on correct code", () => {
  it("holds every algorithm that claims to be lossless, at 1,000 runs", () => {
    const ids = algorithms.filter(({ lossless }) => lossless ?? true).map(({ id }) => id);
    expect(figures.long.map(({ algorithm }) => algorithm)).toEqual(ids);
    expect(figures.long.every(({ runs }) => runs === 1000)).toBe(true);
  });
  it.each(figures.long)("$algorithm: p-values uniform, e-values at most 1 on average", (row) => {
    expect(row.distance).toBeLessThanOrEqual(row.bound);
    expect(row.meanPValue).toBeGreaterThan(1e-6);
    expect(row.meanEValue).toBeLessThanOrEqual(1);
  });
  it("is what these sources give, in a slice of 100 runs", () => {
    expect(calibrateAll(100, figures.seed)).toEqual(figures.short);
  });
  it("would show an algorithm that is wrong", () => {
    const file = builtInWorlds().find((file) => file.endsWith("/both-stop.json")) as string;
    const world = readWorld(float64, file);
    const typical = algorithms.find(({ id }) => id === "typical") as Algorithm;
    const { distance, bound } = calibrate(typical, world, 100, figures.seed);
    expect(distance).toBeGreaterThan(bound);
    // A few generations show only a gross fault.
    const first = {
      ...autoregressive,
      id: "always-the-first-token",
      round: () => () => ({ emitted: [0 as Token<"target">] }),
    };
    expect(calibrate(first as unknown as Algorithm, world, 100, figures.seed).meanPValue).toBeLessThan(1e-6);
  });
});
