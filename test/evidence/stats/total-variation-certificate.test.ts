import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { totalVariation } from "../../../src/evidence/stats/total-variation.ts";
import { certifyTotalVariation } from "../../../src/evidence/stats/total-variation-certificate.ts";
import { repeat, stream } from "./stream.ts";

describe("certifyTotalVariation", () => {
  const law = new Array<number>(64).fill(1 / 64);

  it("of a perfect sample is the radius alone: k = 64, n = 64 * 10^4, delta = 10^-6", () => {
    const { bound, distance } = certifyTotalVariation(new Array(64).fill(10_000), law, 1e-6);
    expect(distance).toBe(0);
    expect(bound).toBeCloseTo(Math.sqrt((64 * Math.LN2 + Math.log(1e6)) / 1_280_000), 12);
  });

  it("holds for a mutant too: the bound is above the true distance", () => {
    const mutant = law.map((p, i) => p * (i % 2 === 0 ? 1.2 : 0.8));
    const truth = totalVariation(law, mutant);
    const uniform = stream(71);
    const broken = repeat(200, () => certifyTotalVariation(drawCounts(mutant, 1000, uniform), law, 0.05)).filter(
      ({ bound }) => bound < truth,
    );
    expect(broken.length).toBeLessThanOrEqual(10);
    expect(certifyTotalVariation(drawCounts(mutant, 100_000, uniform), law, 0.05).bound).toBeLessThan(truth + 0.03);
  });

  it("never exceeds 1 and refuses a delta that is no rate", () => {
    expect(certifyTotalVariation([1, ...new Array<number>(63).fill(0)], law, 1e-6).bound).toBe(1);
    expect(() => certifyTotalVariation([1], [1], 0)).toThrow("delta: found 0");
  });
});
