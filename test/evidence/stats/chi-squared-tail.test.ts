import { describe, expect, it } from "vitest";
import { chiSquaredCritical, chiSquaredTail } from "../../../src/evidence/stats/chi-squared-tail.ts";

const near = (found: number, expected: number, digits = 11): void => expect(found / expected).toBeCloseTo(1, digits);

describe("chiSquaredTail", () => {
  it("agrees with scipy 1.17 chi2.sf, deep tails included", () => {
    near(chiSquaredTail(3.84, 1), 0.05004352124870519);
    near(chiSquaredTail(1.3, 1), 0.2542132236039611);
    near(chiSquaredTail(200, 3), 4.218541107192018e-43);
  });

  it("agrees with scipy beyond the range in which the library is right", () => {
    near(chiSquaredTail(2100, 2000), 0.05867111137731806);
    near(chiSquaredTail(2500, 2200), 7.060143483952691e-6);
    near(chiSquaredTail(2200, 2199.5), 0.4929831190548899);
    near(chiSquaredTail(2400, 2600), 0.99773499219085);
    near(chiSquaredTail(100_000, 100_000), 0.4994052918952067, 9);
  });

  it("is continuous where the two ways of computing meet", () => {
    near(chiSquaredTail(2000.0000001, 1950), chiSquaredTail(2000, 1950), 8);
    near(chiSquaredTail(2000.0000001, 900), chiSquaredTail(2000, 900), 6);
  });

  it("is 1 at 0, 0 at infinity, and refuses what is no question", () => {
    expect(chiSquaredTail(0, 3)).toBe(1);
    expect(chiSquaredTail(-1, 3)).toBe(1);
    near(chiSquaredTail(2100, 100_000), 1);
    expect(chiSquaredTail(100_000, 10)).toBe(0);
    expect(chiSquaredTail(Infinity, 3)).toBe(0);
    expect(() => chiSquaredTail(1, 0)).toThrow("degrees: found 0");
    expect(() => chiSquaredTail(Number.NaN, 1)).toThrow("found NaN");
  });
});

describe("chiSquaredCritical", () => {
  it("agrees with the tables and with scipy chi2.isf", () => {
    near(chiSquaredCritical(0.05, 3), 7.814727903251178);
    near(chiSquaredCritical(1e-6, 15), 56.49344249977338);
  });
});
