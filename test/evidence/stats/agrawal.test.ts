import { describe, expect, it } from "vitest";
import { agrawal } from "../../../src/evidence/stats/agrawal.ts";
import { likelihoodRatio } from "../../../src/evidence/stats/statistic.ts";
import { expectCovers, expectInverse } from "./bounds.ts";

describe("agrawal", () => {
  const law = [0.5, 0.3, 0.2];
  const bound = agrawal(100, 3);

  it("is exp(-ne) (e n e / (k-1))^(k-1), and 1 up to e = (k-1)/n", () => {
    expect(bound.tail(0.1)).toBeCloseTo(Math.exp(-10) * (Math.E * 5) ** 2, 12);
    expect(bound.tail(0.02)).toBe(1);
    expect(bound.tail(0)).toBe(1);
    expectInverse(bound);
  });

  it("covers the right law, not a mutant", () => {
    const divergence = (from: readonly number[]) => (counts: readonly number[]) => likelihoodRatio(counts, from) / 200;
    expectCovers(bound, law, 100, divergence(law));
    expect(() => expectCovers(bound, law, 100, divergence([0.2, 0.3, 0.5]))).toThrow();
  });

  it("refuses a single cell", () => expect(() => agrawal(10, 1)).toThrow("cells: found 1"));
});
