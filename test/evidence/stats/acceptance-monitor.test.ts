import { describe, expect, it } from "vitest";
import { AcceptanceMonitor } from "../../../src/evidence/stats/acceptance-monitor.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.05, power: 0.9 };
const band = { lower: 0.7, upper: 0.8 };

const run = (acceptance: (round: number) => number, rounds: number, uniform: () => number): AcceptanceMonitor => {
  const monitor = new AcceptanceMonitor(band);
  for (let round = 0; round < rounds; round++)
    monitor.observe(4, repeat(4, uniform).filter((u) => u < acceptance(round)).length);
  return monitor;
};

const share = (runs: number, acceptance: (round: number) => number, rounds: number, seed: number): number => {
  const uniform = stream(seed);
  return (
    repeat(runs, () => run(acceptance, rounds, uniform).verdict(rates).verdict).filter((v) => v === "refuted").length /
    runs
  );
};

describe("AcceptanceMonitor", () => {
  it("bets fairly: the expectation over all runs of five rounds at a known acceptance is 1", () => {
    let expectation = 0;
    for (let run = 0; run < 32; run++) {
      const monitor = new AcceptanceMonitor({ lower: 0.7, upper: 0.7 });
      let probability = 1;
      for (let round = 0; round < 5; round++) {
        const accepted = (run >> round) & 1;
        probability *= accepted === 1 ? 0.7 : 0.3;
        monitor.observe(1, accepted);
      }
      expectation += probability * Math.exp(monitor.logValue);
    }
    expect(expectation).toBeCloseTo(1, 12);
  });

  it("keeps quiet inside the band, at its edges and while wandering", () => {
    expect(share(50, () => 0.8, 200, 201)).toBeLessThanOrEqual(0.1);
    expect(share(50, (round) => 0.75 + 0.05 * Math.sin(round / 9), 200, 202)).toBeLessThanOrEqual(0.1);
  });

  it("alarms on drift to either side, also after a long healthy past", () => {
    expect(share(20, () => 0.5, 200, 203)).toBe(1);
    expect(share(20, () => 0.95, 300, 204)).toBe(1);
    expect(share(5, (round) => (round < 2000 ? 0.75 : 0.55), 2300, 205)).toBe(1);
  });

  it("sees a drift of the detectable size at least as often as promised", () => {
    const uniform = stream(206);
    const { detectable, basis } = run(() => 0.75, 2000, uniform).verdict(rates);
    expect(basis).toBe("finite-sample");
    expect(detectable).toBeLessThan(0.2);
    expect(share(10, () => 0.7 - detectable, 2000, 207)).toBeGreaterThanOrEqual(0.9);
  });

  it("detects the larger of both sides' drifts; by mpmath, after 2,000 rounds, for a band near 0 and one near 1", () => {
    const detectable = (at: number): number => {
      const monitor = new AcceptanceMonitor({ lower: at, upper: at });
      for (let round = 0; round < 2000; round++) monitor.observe(10, 10 * at);
      return monitor.verdict(rates).detectable;
    };
    expect(detectable(0.1)).toBeCloseTo(0.130055394618015, 13);
    expect(detectable(0.9)).toBeCloseTo(0.130055394618015, 13);
    expect(detectable(0.3)).toBeCloseTo(0.107120432520413, 13);
  });

  it("does not count rounds without proposals, and refuses impossible counts", () => {
    const monitor = new AcceptanceMonitor(band);
    monitor.observe(0, 0);
    expect(monitor.samples).toBe(0);
    expect(monitor.verdict(rates).detectable).toBe(1);
    expect(() => monitor.observe(2, 3)).toThrow("accepted: found 3, expected at most the 2 proposed");
    expect(() => new AcceptanceMonitor({ lower: 0.9, upper: 0.8 })).toThrow("found 0.9 to 0.8");
    expect(() => new AcceptanceMonitor({ lower: 0, upper: 0.8 })).toThrow("found 0 to 0.8");
    expect(() => new AcceptanceMonitor({ lower: 0.9, upper: 1 })).toThrow("expected 0 < lower <= upper < 1");
  });
});
