import { describe, expect, it } from "vitest";
import { detectable } from "../../../src/evidence/stats/detectable.ts";
import { samplesFor } from "../../../src/evidence/stats/samples-for.ts";

describe("samplesFor", () => {
  const rates = { alpha: 1e-6, power: 0.999 };

  it("gives the planned sizes at total variation 0.01", () => {
    expect(samplesFor(0.01, 3, rates)).toBe(Math.ceil(68.41381255708728 / 4e-4));
    expect(samplesFor(0.01, 32, rates)).toBe(Math.ceil(114.91637877387814 / 4e-4));
  });

  it("is the inverse of detectable", () => {
    const samples = samplesFor(0.02, 16, rates);
    expect(detectable(samples, 16, rates)).toBeLessThanOrEqual(0.02);
    expect(detectable(samples - 1, 16, rates)).toBeGreaterThan(0.02);
  });

  it("refuses a distance that is none", () => {
    expect(() => samplesFor(0, 3, rates)).toThrow("distance: found 0");
    expect(() => samplesFor(1.5, 3, rates)).toThrow(
      "distance: found 1.5, expected a total variation above 0 and at most 1",
    );
    expect(samplesFor(1, 3, rates)).toBe(Math.ceil(68.41381255708728 / 4));
  });
});
