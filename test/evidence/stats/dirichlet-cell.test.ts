import { describe, expect, it } from "vitest";
import { DirichletCell } from "../../../src/evidence/stats/dirichlet-cell.ts";
import { dirichletEvidence } from "../../../src/evidence/stats/dirichlet-evidence.ts";

describe("DirichletCell", () => {
  it("multiplies up to the closed form, in any order", () => {
    const law = [0.2, 0.3, 0.5, 0];
    for (const order of [
      [0, 0, 1, 2, 0],
      [2, 0, 0, 1, 0],
    ]) {
      const cell = new DirichletCell(4);
      for (const outcome of order) cell.observe(outcome, law);
      expect(cell.logValue).toBeCloseTo(dirichletEvidence([3, 1, 1, 0], law), 12);
      expect(cell.samples).toBe(5);
    }
  });

  it("bets fairly under a law that changes from sample to sample: the expectation over all paths is 1", () => {
    const laws = [
      [0.2, 0.8, 0],
      [0.5, 0.25, 0.25],
      [0, 0.1, 0.9],
    ] as const;
    let expectation = 0;
    for (let path = 0; path < 27; path++) {
      const outcomes = [path % 3, Math.floor(path / 3) % 3, Math.floor(path / 9)];
      const probability = outcomes.reduce(
        (product, outcome, t) => product * ((laws[t] as readonly number[])[outcome] as number),
        1,
      );
      if (probability === 0) continue;
      const cell = new DirichletCell(3);
      outcomes.forEach((outcome, t) => {
        cell.observe(outcome, laws[t] as readonly number[]);
      });
      expectation += probability * Math.exp(cell.logValue);
    }
    expect(expectation).toBeLessThanOrEqual(1 + 1e-12);
    expect(expectation).toBeGreaterThan(0.9);
  });
});
