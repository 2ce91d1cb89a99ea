import { describe, expect, it } from "vitest";
import { logMeanExp } from "../../../src/evidence/stats/log-mean-exp.ts";

describe("logMeanExp", () => {
  it("averages numbers given by their logarithms, also where they overflow", () => {
    expect(logMeanExp([Math.log(1), Math.log(3)])).toBeCloseTo(Math.log(2), 14);
    expect(logMeanExp([Math.log(1), Math.log(3)], [3, 1])).toBeCloseTo(Math.log(1.5), 14);
    expect(logMeanExp([5000, 5000])).toBe(5000);
    expect(logMeanExp([-Infinity, 0])).toBeCloseTo(-Math.LN2, 14);
    expect(logMeanExp([-Infinity, -Infinity])).toBe(-Infinity);
    expect(logMeanExp([Infinity, 0])).toBe(Infinity);
  });

  it("refuses an empty list", () => {
    expect(() => logMeanExp([])).toThrow("found no numbers");
  });
});
