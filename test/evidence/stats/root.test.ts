import { describe, expect, it } from "vitest";
import { root } from "../../../src/evidence/stats/root.ts";

describe("root", () => {
  it("finds where an increasing function reaches a level, from above", () => {
    expect(root((x) => x * x, 2)).toBeCloseTo(Math.SQRT2, 13);
    expect(root((x) => x, 1e9)).toBeCloseTo(1e9, 3);
    expect(root((x) => x, 1e-12)).toBeCloseTo(1e-12, 25);
    const at = root((x) => x ** 3, 5);
    expect(at ** 3).toBeGreaterThanOrEqual(5);
  });

  it("is exact where a double reaches the level, the smallest positive one if all do", () => {
    expect(root((x) => x, 1)).toBe(1);
    expect(root((x) => x, 0.5)).toBe(0.5);
    expect(root((x) => x, 4)).toBe(4);
    expect(root(() => 1, 1)).toBe(Number.MIN_VALUE);
  });

  it("refuses a level that is never reached", () => {
    expect(() => root((x) => x / (1 + x), 2)).toThrow("the function stays below 2");
  });
});
