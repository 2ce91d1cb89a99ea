import { describe, expect, it } from "vitest";
import { judgeProcess } from "../../../src/evidence/stats/e-process.ts";

describe("judgeProcess", () => {
  const rates = { alpha: 0.01, power: 0.9 };
  const finding = { test: "bet", detectable: 0.1, basis: "finite-sample" } as const;
  const process = (logPeak: number) => ({ samples: 7, logValue: 0, logPeak });

  it("judges by the highest value ever reached: p = 1 / max E", () => {
    const below = judgeProcess(process(Math.log(99)), finding, rates);
    expect(below).toMatchObject({ verdict: "consistent", samples: 7, statistic: Math.log(99) });
    expect(below.pValue).toBeCloseTo(1 / 99, 14);
    expect(judgeProcess(process(Math.log(100.001)), finding, rates).verdict).toBe("refuted");
    expect(judgeProcess(process(Infinity), finding, rates)).toMatchObject({ verdict: "refuted", pValue: 0 });
    expect(judgeProcess(process(0), finding, rates).pValue).toBe(1);
  });
});
