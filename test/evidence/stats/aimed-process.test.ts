import { describe, expect, it } from "vitest";
import { AimedProcess } from "../../../src/evidence/stats/aimed-process.ts";
import { DirichletProcess } from "../../../src/evidence/stats/dirichlet-process.ts";
import { outcomes } from "../../../src/evidence/stats/draw-counts.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 1e-3, power: 0.9 };
const law = [0.5, 0.3, 0.2, 0];
const faults = [
  { name: "residual left out", law: [0.56, 0.26, 0.18, 0] },
  { name: "off by one", law: [0.48, 0.35, 0.17, 0] },
  { name: "stale row", law: [0.4, 0.3, 0.2, 0.1] },
];
const faulty = (name: string): readonly number[] => faults.find((fault) => fault.name === name)?.law ?? [];

/** Feeds both processes the same samples until both have alarmed, and tells when each did. */
const race = (draw: () => number) => {
  const aimed = new AimedProcess(law, faults);
  const blind = new DirichletProcess(law);
  const alarmed = ({ logPeak }: { readonly logPeak: number }): boolean => logPeak >= Math.log(1e3);
  while (!alarmed(aimed) || !alarmed(blind)) {
    const outcome = draw();
    if (!alarmed(aimed)) aimed.observe(outcome);
    if (!alarmed(blind)) blind.observe(outcome);
  }
  return { aimed: aimed.samples, blind: blind.samples, suspect: aimed.suspects[0]?.name };
};

describe("AimedProcess", () => {
  it("is half the Dirichlet mixture and half the faults, in equal shares, which are the posterior weights", () => {
    const aimed = new AimedProcess(law, faults);
    const blind = new DirichletProcess(law);
    const sample = [0, 1, 1, 2, 1];
    for (const outcome of sample) {
      aimed.observe(outcome);
      blind.observe(outcome);
    }
    const ratio = (of: readonly number[]): number =>
      sample.reduce((product, x) => (product * (of[x] as number)) / (law[x] as number), 1);
    const value = Math.exp(blind.logValue) / 2 + faults.reduce((sum, fault) => sum + ratio(fault.law), 0) / 6;
    expect(Math.exp(aimed.logValue)).toBeCloseTo(value, 12);
    for (const { name, weight } of aimed.suspects) expect(weight).toBeCloseTo(ratio(faulty(name)) / 6 / value, 12);
  });

  it("is an e-process: after each of 1,000 runs on the right law its mean is at most 1", () => {
    const draw = outcomes(law, stream(121));
    const runs = repeat(1000, () => {
      const process = new AimedProcess(law, faults);
      for (let i = 0; i < 30; i++) process.observe(draw());
      return process;
    });
    const mean = runs.reduce((sum, { logValue }) => sum + Math.exp(logValue), 0) / 1000;
    expect(mean).toBeLessThan(1.2);
    expect(runs.filter(({ logPeak }) => logPeak >= Math.log(20)).length).toBeLessThan(50);
  });

  it("names the fault, sooner than a test without aim, after about ln(2M/alpha)/KL samples", () => {
    const draw = outcomes(faulty("off by one"), stream(122));
    const races = repeat(30, () => race(draw));
    const mean = (of: "aimed" | "blind"): number => races.reduce((sum, one) => sum + one[of] / races.length, 0);
    const kl = 0.48 * Math.log(0.48 / 0.5) + 0.35 * Math.log(0.35 / 0.3) + 0.17 * Math.log(0.17 / 0.2);
    expect(mean("aimed")).toBeLessThan(mean("blind"));
    expect(mean("aimed") / (Math.log(6 / 1e-3) / kl)).toBeCloseTo(1, 0);
    expect(races.filter(({ suspect }) => suspect === "off by one").length).toBeGreaterThan(24);
  });

  it("sees a fault that is not on the list and blames none of it", () => {
    const process = new AimedProcess(law, faults);
    const draw = outcomes([0.2, 0.3, 0.5, 0], stream(123));
    for (let i = 0; i < 400; i++) process.observe(draw());
    const { verdict, suspects } = process.verdict(rates);
    expect(verdict).toBe("refuted");
    expect(suspects?.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThan(0.01);
  });

  it("still tells faults apart after an impossible outcome", () => {
    const process = new AimedProcess(law, faults);
    process.observe(3);
    const { verdict, suspects, impossible, detectable } = process.verdict(rates);
    expect({ verdict, impossible, detectable }).toEqual({ verdict: "refuted", impossible: 3, detectable: 1 });
    // Against the uniform law the stale row gains 0.1 / (1/4); the Dirichlet half still weighs 3, as at the start.
    expect(suspects).toEqual([
      { name: "stale row", weight: expect.closeTo(0.4 / 3.4, 12) },
      { name: "residual left out", weight: 0 },
      { name: "off by one", weight: 0 },
    ]);
  });

  it("detects as much as on the possible outcomes alone, and names none as impossible that was not seen", () => {
    const watched = (process: AimedProcess) => {
      for (let i = 0; i < 2000; i++) process.observe(i % 3);
      return process.verdict(rates);
    };
    const alone = watched(new AimedProcess(law.slice(0, 3), [{ name: "other", law: [0.2, 0.3, 0.5] }]));
    const padded = watched(new AimedProcess(law, [{ name: "other", law: [0.2, 0.3, 0.5, 0] }]));
    expect(padded.detectable).toBeLessThan(0.2);
    expect(padded.detectable).toBe(alone.detectable);
    expect(padded).not.toHaveProperty("impossible");
  });

  it("refuses faults that fit no law", () => {
    expect(() => new AimedProcess(law, [])).toThrow("faults: found none");
    expect(() => new AimedProcess(law, [{ name: "short", law: [1] }])).toThrow(
      "law of fault short: found 1 outcomes, expected 4",
    );
  });
});
