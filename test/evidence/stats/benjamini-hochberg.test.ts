import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "../../../src/evidence/stats/benjamini-hochberg.ts";
import { repeat, stream } from "./stream.ts";

describe("benjaminiHochberg", () => {
  it("gives the four rejections of the 15 p-values in Benjamini and Hochberg 1995, section 3.2", () => {
    const published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(benjaminiHochberg(published, 0.05)).toEqual([0, 1, 2, 3]);
  });

  it("agrees with scipy 1.17 false_discovery_control: adjusted 0.02, 0.04, 0.04, 0.02", () => {
    const pValues = [0.01, 0.04, 0.03, 0.005];
    expect(benjaminiHochberg(pValues, 0.021)).toEqual([0, 3]);
    expect(benjaminiHochberg(pValues, 0.041)).toEqual([0, 1, 2, 3]);
    expect(benjaminiHochberg(pValues, 0.019)).toEqual([]);
  });

  it("rejects a p-value that lies on its line k alpha / m, and tells the rejected in their own order", () => {
    expect(benjaminiHochberg([0.5, 0.0625], 0.125)).toEqual([1]);
    expect(benjaminiHochberg([0.25, 0.125], 0.25)).toEqual([0, 1]);
  });

  it("keeps the mean share of false rejections below alpha in 500 families with true faults, which it finds", () => {
    const uniform = stream(161);
    let falseShare = 0;
    let found = 0;
    for (let family = 0; family < 500; family++) {
      const pValues = [...repeat(15, uniform), ...repeat(5, () => uniform() * 1e-4)];
      const rejected = benjaminiHochberg(pValues, 0.1);
      const wrong = rejected.filter((i) => i < 15).length;
      falseShare += wrong / Math.max(1, rejected.length) / 500;
      found += (rejected.length - wrong) / 2500;
    }
    expect(falseShare).toBeLessThan(0.1);
    expect(found).toBeCloseTo(1, 12);
  });
});
