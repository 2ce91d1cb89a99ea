import { describe, expect, it } from "vitest";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { chiSquaredTest } from "../../../src/evidence/stats/goodness-of-fit.ts";
import { chiSquaredPower, noncentralityFor } from "../../../src/evidence/stats/power.ts";
import { repeat, stream } from "./stream.ts";

describe("noncentralityFor", () => {
  it("agrees with scipy's ncx2 inverted", () => {
    expect(noncentralityFor(4, { alpha: 0.05, power: 0.8 })).toBeCloseTo(10.902563290133362, 8);
    expect(noncentralityFor(3, { alpha: 1e-6, power: 0.999 })).toBeCloseTo(68.41381255708728, 6);
    expect(noncentralityFor(16, { alpha: 1e-6, power: 0.999 })).toBeCloseTo(95.85196266009912, 6);
    expect(noncentralityFor(32, { alpha: 1e-6, power: 0.999 })).toBeCloseTo(114.91637877387814, 6);
  });
});

describe("chiSquaredPower", () => {
  it("starts at alpha and grows with the distance", () => {
    expect(chiSquaredPower(0, 1000, 4, 0.05)).toBeCloseTo(0.05, 10);
    expect(chiSquaredPower(0.1, 1000, 4, 0.05)).toBeGreaterThan(chiSquaredPower(0.05, 1000, 4, 0.05));
  });

  it("is what a simulation finds at a least favourable law, |o - p| proportional to p", () => {
    const law = [0.25, 0.25, 0.25, 0.25];
    const biased = [0.3, 0.3, 0.2, 0.2];
    const uniform = stream(3);
    const verdicts = repeat(1000, () =>
      chiSquaredTest(drawCounts(biased, 270, uniform), law, { alpha: 0.05, power: 0.8 }),
    );
    const found = verdicts.filter(({ verdict }) => verdict === "refuted").length / 1000;
    expect(Math.abs(found - chiSquaredPower(0.1, 270, 4, 0.05))).toBeLessThan(0.05);
  });

  it("refuses a single cell", () => {
    expect(() => chiSquaredPower(0.1, 10, 1, 0.05)).toThrow("cells: found 1");
  });
});
