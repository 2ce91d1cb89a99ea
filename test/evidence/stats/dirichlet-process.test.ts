import { describe, expect, it } from "vitest";
import { DirichletProcess, detectableByMixture } from "../../../src/evidence/stats/dirichlet-process.ts";
import { outcomes } from "../../../src/evidence/stats/draw-counts.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.05, power: 0.9 };
const law = [0.4, 0.3, 0.2, 0.1];

const run = (draw: () => number, samples: number): DirichletProcess => {
  const process = new DirichletProcess(law);
  for (let i = 0; i < samples; i++) process.observe(draw());
  return process;
};

describe("DirichletProcess", () => {
  it("looks after every sample and still alarms in at most alpha of 500 runs on the right law", () => {
    const draw = outcomes(law, stream(111));
    const alarms = repeat(500, () => run(draw, 300).verdict(rates).verdict).filter((verdict) => verdict === "refuted");
    expect(alarms.length / 500).toBeLessThan(0.05);
  });

  it("sees a mutant at the detectable distance at least as often as promised", () => {
    const d = detectableByMixture(1000, 4, 1, rates);
    const draw = outcomes([0.4 + d / 2, 0.3 + d / 2, 0.2 - d / 2, 0.1 - d / 2], stream(112));
    const verdicts = repeat(100, () => run(draw, 1000).verdict(rates));
    expect(verdicts[0]).toMatchObject({ detectable: d, basis: "finite-sample", samples: 1000 });
    expect(verdicts.filter(({ verdict }) => verdict === "refuted").length).toBeGreaterThan(90);
  });

  it("settles the impossible at once and for ever", () => {
    const process = new DirichletProcess([0.5, 0.5, 0]);
    for (const outcome of [0, 2, 1, 0]) process.observe(outcome);
    expect(process.verdict(rates)).toMatchObject({ verdict: "refuted", pValue: 0, impossible: 2, samples: 4 });
  });

  it("detects as much as on the possible outcomes alone, and names none as impossible that was not seen", () => {
    const process = new DirichletProcess([0.5, 0.3, 0.2, 0]);
    for (let i = 0; i < 1000; i++) process.observe(i % 3);
    const verdict = process.verdict(rates);
    expect(verdict.detectable).toBe(detectableByMixture(1000, 3, 1, rates));
    expect(verdict.detectable).toBeCloseTo(0.11133686779787155, 12);
    expect(detectableByMixture(1000, 4, 0.5, rates)).toBeCloseTo(0.12340219528319388, 12);
    expect(verdict).not.toHaveProperty("impossible");
  });

  it("promises nothing before the first sample and refuses an outcome outside the law", () => {
    expect(new DirichletProcess(law).verdict(rates)).toMatchObject({ verdict: "consistent", pValue: 1, detectable: 1 });
    expect(() => new DirichletProcess(law).observe(4)).toThrow("outcome: found 4");
  });
});
