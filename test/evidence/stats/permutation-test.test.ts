import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { validity } from "../../../src/evidence/stats/p-value-calibration.ts";
import { permutationTest } from "../../../src/evidence/stats/permutation-test.ts";
import { pearson } from "../../../src/evidence/stats/statistic.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.05, power: 0.8 };
const law = [0.5, 0.3, 0.2];

describe("permutationTest", () => {
  it("gives the p-value of a 2 x 2 table by counting: 40 of 210 deals are as far out", () => {
    const { pValue } = permutationTest(pearson, [3, 1], [1, 5], rates, 20_000, stream(31));
    expect(Math.abs(pValue - 40 / 210)).toBeLessThan(0.01);
  });

  it("is valid on 1,000 pairs of small samples", () => {
    const uniform = stream(32);
    const pValues = repeat(
      1000,
      () =>
        permutationTest(pearson, drawCounts(law, 8, uniform), drawCounts(law, 12, uniform), rates, 19, uniform).pValue,
    );
    expect(validity(pValues, { alpha: 1e-4, power: 0.9 }).verdict).toBe("consistent");
  });

  it("refutes a pair with a mutant", () => {
    const uniform = stream(33);
    const verdicts = repeat(100, () =>
      permutationTest(
        pearson,
        drawCounts(law, 150, uniform),
        drawCounts([0.3, 0.3, 0.4], 150, uniform),
        rates,
        99,
        uniform,
      ),
    );
    expect(verdicts[0]?.detectable).toBeLessThan(0.2);
    expect(verdicts.filter(({ verdict }) => verdict === "refuted").length).toBeGreaterThan(80);
  });

  it("detects as one sample of nm / (n + m) does, by the outcomes that were seen: scipy 1.17 ncx2 inverted", () => {
    const { samples, detectable } = permutationTest(pearson, [180, 0, 120, 60], [90, 0, 60, 30], rates, 19, stream(34));
    expect(samples).toBe(540);
    expect(detectable).toBeCloseTo(0.14167663348251183, 9);
  });

  it("refuses too few rounds", () => {
    expect(() => permutationTest(pearson, [1, 1], [1, 1], rates, 5, stream(1))).toThrow("rounds: found 5");
  });
});
