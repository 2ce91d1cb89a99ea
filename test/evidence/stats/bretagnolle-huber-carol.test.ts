import { describe, expect, it } from "vitest";
import { bretagnolleHuberCarol } from "../../../src/evidence/stats/bretagnolle-huber-carol.ts";
import { empirical, totalVariation } from "../../../src/evidence/stats/total-variation.ts";
import { expectCovers, expectInverse } from "./bounds.ts";

describe("bretagnolleHuberCarol", () => {
  const law = [0.5, 0.3, 0.2];
  const bound = bretagnolleHuberCarol(200, 3);

  it("is 2^k exp(-2ne^2), at most 1", () => {
    expect(bound.tail(0.1)).toBeCloseTo(8 * Math.exp(-4), 14);
    expect(bound.tail(0)).toBe(1);
    expectInverse(bound);
  });

  it("covers the right law, not a mutant", () => {
    expectCovers(bound, law, 200, (counts) => totalVariation(empirical(counts), law));
    expect(() =>
      expectCovers(bound, law, 200, (counts) => totalVariation(empirical(counts), [0.3, 0.5, 0.2])),
    ).toThrow();
  });

  it("refuses no samples", () => expect(() => bretagnolleHuberCarol(0, 3)).toThrow("samples: found 0"));
});
