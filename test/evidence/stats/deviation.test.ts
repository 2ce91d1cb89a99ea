import { describe, expect, it } from "vitest";
import { bretagnolleHuberCarol } from "../../../src/evidence/stats/bretagnolle-huber-carol.ts";
import { hoeffding, sharpest } from "../../../src/evidence/stats/deviation.ts";
import { meanDeviationOfAnyLaw } from "../../../src/evidence/stats/mean-deviation.ts";

describe("sharpest", () => {
  it("prefers the union bound for few cells and the mean for many", () => {
    const choose = (cells: number): string =>
      sharpest([bretagnolleHuberCarol(1000, cells), meanDeviationOfAnyLaw(1000, cells)], 1e-6).source;
    expect(choose(2)).toBe("Bretagnolle-Huber-Carol");
    expect(choose(1000)).toBe("mean and bounded differences");
  });

  it("keeps the first of two that are equally sharp", () => {
    const named = (source: string) => ({ ...bretagnolleHuberCarol(1000, 2), source });
    expect(sharpest([named("first"), named("second")], 1e-6).source).toBe("first");
  });
});

describe("hoeffding", () => {
  it("is sqrt(ln(1/delta)/2n)", () => expect(hoeffding(50, Math.exp(-1))).toBeCloseTo(0.1, 14));
});
