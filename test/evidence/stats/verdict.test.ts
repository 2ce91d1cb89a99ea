import { describe, expect, it } from "vitest";
import { judge } from "../../../src/evidence/stats/verdict.ts";

const finding = {
  test: "coin",
  samples: 10,
  statistic: 1,
  pValue: 0.01,
  detectable: 0.5,
  basis: "finite-sample",
} as const;

describe("judge", () => {
  it("refutes exactly when the p-value is at most alpha, and never proves", () => {
    expect(judge(finding, { alpha: 0.01, power: 0.9 }).verdict).toBe("refuted");
    expect(judge(finding, { alpha: 0.009, power: 0.9 })).toEqual({
      ...finding,
      verdict: "consistent",
      alpha: 0.009,
      power: 0.9,
    });
  });

  it("refuses rates that promise nothing", () => {
    expect(() => judge(finding, { alpha: 0.5, power: 0.4 })).toThrow(
      "power: found 0.4, expected more than alpha = 0.5",
    );
    expect(() => judge(finding, { alpha: 0, power: 0.4 })).toThrow("alpha: found 0");
    expect(() => judge(finding, { alpha: 0.5, power: 0.5 })).toThrow(
      "power: found 0.5, expected more than alpha = 0.5",
    );
    expect(() => judge(finding, { alpha: 0.5, power: 1 })).toThrow("power: found 1");
  });
});
