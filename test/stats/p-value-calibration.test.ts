import { describe, expect, it } from "vitest";
import { uniformity, validity } from "../../src/stats/p-value-calibration.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.01, power: 0.9 };

describe("calibration of p-values", () => {
  it("takes Kolmogorov's distance from the uniform law", () => {
    expect(uniformity([0.1, 0.2, 0.9], rates).statistic).toBeCloseTo(2 / 3 - 0.2, 14);
    expect(validity([0.5, 0.9], rates).statistic).toBeCloseTo(0.1, 14);
  });

  it("accepts uniform p-values", () => {
    const pValues = repeat(1000, stream(181));
    expect(uniformity(pValues, rates).verdict).toBe("consistent");
    expect(validity(pValues, rates).verdict).toBe("consistent");
  });

  it("refutes a test that rejects too often, a gap of the detectable size included", () => {
    const mutant = repeat(1000, stream(182)).map((p) => p ** 1.5);
    expect(uniformity(mutant, rates).verdict).toBe("refuted");
    expect(validity(mutant, rates).verdict).toBe("refuted");
    const { detectable } = validity(mutant, rates);
    const uniform = stream(183);
    const verdicts = repeat(200, () =>
      validity(
        repeat(300, () => (uniform() < 0.15 ? 0 : uniform())),
        rates,
      ),
    );
    expect(detectable).toBeLessThan(0.1);
    expect(verdicts.filter(({ verdict }) => verdict === "refuted").length).toBeGreaterThan(180);
  });

  it("lets cautious p-values pass as valid, not as uniform", () => {
    const cautious = repeat(1000, stream(184)).map(Math.sqrt);
    expect(validity(cautious, rates).verdict).toBe("consistent");
    expect(uniformity(cautious, rates).verdict).toBe("refuted");
  });

  it("refuses what is no p-value", () => {
    expect(() => uniformity([0.1, 1.1], rates)).toThrow("found 1.1");
    expect(() => uniformity([], rates)).toThrow("samples: found 0");
  });
});
