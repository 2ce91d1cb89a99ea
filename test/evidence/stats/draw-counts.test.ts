import { describe, expect, it } from "vitest";
import { drawCounts, outcomes } from "../../../src/evidence/stats/draw-counts.ts";
import { chiSquaredTest } from "../../../src/evidence/stats/goodness-of-fit.ts";
import { stream } from "./stream.ts";

describe("draws", () => {
  it("invert the cumulated law and never give an impossible outcome", () => {
    const numbers = [0, 0.249, 0.25, 0.999999999999999];
    const draw = outcomes([0, 0.25, 0, 0.75, 0], () => numbers.shift() as number);
    expect([draw(), draw(), draw(), draw()]).toEqual([1, 1, 3, 3]);
  });

  it("never give an outcome after the last possible one, though the law sums to a little less than 1", () => {
    expect(outcomes([0.5, 0.5 - 8e-10, 0], () => 1 - 2 ** -53)()).toBe(1);
  });

  it("follow the law, and not a mutant of it", () => {
    const counts = drawCounts([0.5, 0.3, 0.2], 20_000, stream(1));
    const rates = { alpha: 1e-4, power: 0.9 };
    expect(counts.reduce((a, b) => a + b)).toBe(20_000);
    expect(chiSquaredTest(counts, [0.5, 0.3, 0.2], rates).verdict).toBe("consistent");
    expect(chiSquaredTest(counts, [0.5, 0.28, 0.22], rates).verdict).toBe("refuted");
  });

  it("repeat with the same stream", () => {
    expect(drawCounts([0.5, 0.5], 100, stream(4))).toEqual(drawCounts([0.5, 0.5], 100, stream(4)));
    expect(() => drawCounts([0.5, 0.5], 1.5, stream(4))).toThrow("samples: found 1.5");
  });
});
