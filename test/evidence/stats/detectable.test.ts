import { describe, expect, it } from "vitest";
import { detectable } from "../../../src/evidence/stats/detectable.ts";
import { chiSquaredPower } from "../../../src/evidence/stats/power.ts";

const rates = { alpha: 0.05, power: 0.8 };

describe("detectable", () => {
  it("is the distance at which the power is the promised one", () => {
    const distance = detectable(1000, 4, rates);
    expect(distance).toBeCloseTo(Math.sqrt(10.902563290133362 / 4000), 9);
    expect(chiSquaredPower(distance, 1000, 4, 0.05)).toBeCloseTo(0.8, 9);
  });

  it("is that of a two-sided z-test for two cells: Φ(√λ − z) + Φ(−√λ − z) = 0.8, solved by mpmath", () => {
    expect(detectable(1000, 2, rates)).toBeCloseTo(Math.sqrt(7.848860505326198 / 4000), 9);
  });

  it("is 1 where there is nothing to test or too little to see", () => {
    expect(detectable(1000, 1, rates)).toBe(1);
    expect(detectable(1, 4, rates)).toBe(1);
  });
});
