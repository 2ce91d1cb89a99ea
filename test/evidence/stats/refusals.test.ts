import { describe, expect, it } from "vitest";
import {
  requireCounts,
  requireLaw,
  requireOutcome,
  requireRate,
  requireWhole,
} from "../../../src/evidence/stats/refusals.ts";

describe("refusals", () => {
  it("accept what is right", () => {
    requireLaw([0.1, 0.2, 0.7]);
    requireLaw([1]);
    requireLaw([0, 1]);
    requireLaw([0.5, 0.5 + 5e-10]);
    requireLaw([0.5, 0.5 - 5e-10]);
    requireOutcome(0, 3);
    requireRate(0.05, "alpha");
    requireWhole(3, 3, "rounds");
    requireOutcome(2, 3);
    expect(requireCounts([1, 0, 4], 3)).toBe(5);
  });

  it("say what was found and what was expected", () => {
    expect(() => requireLaw([0.5, 0.4])).toThrow("law: found sum 0.9, expected 1 within 1e-9");
    expect(() => requireLaw([1.5, -0.5])).toThrow("law[1]: found -0.5, expected a probability");
    expect(() => requireLaw([Number.NaN, 1])).toThrow("law[0]: found NaN");
    expect(() => requireLaw([])).toThrow("found sum 0");
    expect(() => requireLaw([0.5, 0.5 + 2e-9])).toThrow("expected 1 within 1e-9");
    expect(() => requireLaw([0.5, 0.5 - 2e-9])).toThrow("expected 1 within 1e-9");
    expect(() => requireLaw([1, Infinity])).toThrow("law[1]: found Infinity, expected a probability");
    expect(() => requireCounts([1, 2], 3)).toThrow("found 2 cells, expected 3");
    expect(() => requireCounts([1, -2, 3], 3)).toThrow("counts[1]: found -2");
    expect(() => requireCounts([1, 2.5], 2)).toThrow("counts[1]: found 2.5, expected a whole number");
    expect(() => requireCounts([0, 0], 2)).toThrow("found no samples");
    expect(() => requireRate(0, "alpha")).toThrow("alpha: found 0");
    expect(() => requireRate(1, "alpha")).toThrow("alpha: found 1, expected a number strictly between 0 and 1");
    expect(() => requireWhole(3.5, 3, "rounds")).toThrow("rounds: found 3.5");
    expect(() => requireWhole(2, 3, "rounds")).toThrow("rounds: found 2, expected a whole number of at least 3");
    expect(() => requireOutcome(3, 3)).toThrow("outcome: found 3, expected an index from 0 to 2");
    expect(() => requireOutcome(-1, 3)).toThrow("outcome: found -1");
    expect(() => requireOutcome(0.5, 3)).toThrow("outcome: found 0.5");
  });
});
