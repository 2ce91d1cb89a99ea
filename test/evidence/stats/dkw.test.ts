import { describe, expect, it } from "vitest";
import { dkw } from "../../../src/evidence/stats/dkw.ts";
import { expectInverse } from "./bounds.ts";

describe("dkw", () => {
  it("is 2 exp(-2ne^2): the classical 5 % band of 1,000 samples is 0.0429", () => {
    expect(dkw(1000).radius(0.05)).toBeCloseTo(0.04294694083467376, 14);
    expect(dkw(1000).tail(0)).toBe(1);
    expectInverse(dkw(1000));
  });

  it("refuses no samples", () => expect(() => dkw(0)).toThrow("samples: found 0"));
});
