import { describe, expect, it } from "vitest";
import { root } from "../../src/stats/root.ts";

describe("root", () => {
  it("finds where an increasing function reaches a level, from above", () => {
    expect(root((x) => x * x, 2)).toBeCloseTo(Math.SQRT2, 13);
    expect(root((x) => x, 1e9)).toBeCloseTo(1e9, 3);
    expect(root((x) => x, 1e-12)).toBeCloseTo(1e-12, 25);
    const at = root((x) => x ** 3, 5);
    expect(at ** 3).toBeGreaterThanOrEqual(5);
  });

  it("refuses a level that is never reached", () => {
    expect(() => root((x) => x / (1 + x), 2)).toThrow("the function stays below 2");
  });
});
