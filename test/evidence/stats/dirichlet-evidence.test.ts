import { describe, expect, it } from "vitest";
import { dirichletEvidence, dirichletRatio, dirichletRegret } from "../../../src/evidence/stats/dirichlet-evidence.ts";
import { drawCounts } from "../../../src/evidence/stats/draw-counts.ts";
import { eValueCalibration } from "../../../src/evidence/stats/e-value-calibration.ts";
import { logMeanExp } from "../../../src/evidence/stats/log-mean-exp.ts";
import { likelihoodRatio } from "../../../src/evidence/stats/statistic.ts";
import { repeat, stream } from "./stream.ts";

const law = [0.2, 0.3, 0.5];

describe("dirichletEvidence", () => {
  it("agrees with scipy 1.17 gammaln, prior by prior and mixed", () => {
    const counts = [5, 3, 2];
    const known = [0.3589952337303224, 0.1519613361087302, 0.582138785044533, 0.2575357541086909];
    expect(dirichletRatio(counts, law, [0.5, 0.5, 0.5])).toBeCloseTo(known[0] as number, 12);
    expect(dirichletRatio(counts, law, [0.4, 0.6, 1])).toBeCloseTo(known[1] as number, 12);
    expect(dirichletEvidence(counts, law)).toBeCloseTo(logMeanExp(known), 12);
  });

  it("is an e-value exactly: its expectation over all tables of four samples is 1", () => {
    let expectation = 0;
    for (let a = 0; a <= 4; a++)
      for (let b = 0; a + b <= 4; b++) {
        const counts = [a, b, 4 - a - b];
        const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
        const tables = 24 / counts.reduce((product, n) => product * factorial(n), 1);
        const probability = counts.reduce((product, n, i) => product * (law[i] as number) ** n, tables);
        expectation += probability * Math.exp(dirichletEvidence(counts, law));
      }
    expect(expectation).toBeCloseTo(1, 12);
  });

  it("has mean about 1 in 1,000 runs on the right law, and large values on a mutant", () => {
    const uniform = stream(101);
    const right = repeat(1000, () => dirichletEvidence(drawCounts(law, 50, uniform), law));
    expect(eValueCalibration(right).pValue).toBeGreaterThan(1e-4);
    expect(eValueCalibration(right).mean).toBeLessThan(1.5);
    expect(dirichletEvidence(drawCounts([0.4, 0.3, 0.3], 300, uniform), law)).toBeGreaterThan(Math.log(1e4));
  });

  it("is infinite on the impossible, and spends nothing on it otherwise", () => {
    expect(dirichletEvidence([1, 1, 1], [0.5, 0.5, 0])).toBe(Infinity);
    expect(dirichletEvidence([5, 3, 0], [0.5, 0.5, 0])).toBeCloseTo(dirichletEvidence([5, 3], [0.5, 0.5]), 14);
  });
});

describe("dirichletRegret", () => {
  it("bounds the loss against hindsight on every table of twelve samples, and is reached at a corner", () => {
    let worst = -Infinity;
    for (let a = 0; a <= 12; a++)
      for (let b = 0; a + b <= 12; b++) {
        const counts = [a, b, 12 - a - b];
        worst = Math.max(worst, likelihoodRatio(counts, law) / 2 - dirichletRatio(counts, law, [0.5, 0.5, 0.5]));
      }
    expect(worst + Math.log(4)).toBeCloseTo(dirichletRegret(12, 3), 11);
  });
});
