import { describe, expect, it } from "vitest";
import { AcceptanceMonitor } from "../../../src/evidence/stats/acceptance-monitor.ts";
import { outcomes } from "../../../src/evidence/stats/draw-counts.ts";
import { Monitor } from "../../../src/evidence/stats/monitor.ts";
import { repeat, stream } from "./stream.ts";

const law = [0.6, 0.25, 0.1, 0.05];
const plan = {
  acceptance: { lower: 0.7, upper: 0.8 },
  cells: 4,
  memory: 500,
  rates: { alpha: 0.01, power: 0.9 },
};

const run = (acceptance: number, emitted: readonly number[], rounds: number, seed: number): Monitor => {
  const monitor = new Monitor(plan);
  const uniform = stream(seed);
  const draw = outcomes(emitted, uniform);
  for (let round = 0; round < rounds; round++) {
    monitor.observeRound(3, repeat(3, uniform).filter((u) => u < acceptance).length);
    monitor.observeToken(draw(), law);
  }
  return monitor;
};

describe("Monitor", () => {
  it("keeps quiet on a right decoder, at half of alpha each", () => {
    const monitor = run(0.75, law, 1500, 221);
    expect(monitor.alarm).toBeNull();
    expect(monitor.verdicts).toMatchObject({
      acceptance: { verdict: "consistent", alpha: 0.005, samples: 1500 },
      law: { verdict: "consistent", alpha: 0.005, samples: 1500 },
    });
  });

  it("alarms at once on a token that cannot be, and on rounds as soon as their evidence is 2 / alpha", () => {
    const monitor = new Monitor(plan);
    monitor.observeToken(0, law);
    monitor.observeToken(3, [0.6, 0.4, 0, 0]);
    expect(monitor.alarm).toEqual({ cause: "law", after: 2 });
    const drifting = new Monitor(plan);
    const alone = new AcceptanceMonitor(plan.acceptance);
    while (drifting.alarm === null) {
      drifting.observeRound(3, 1);
      alone.observe(3, 1);
    }
    expect(drifting.alarm).toEqual({ cause: "acceptance", after: alone.samples });
    expect(alone.logPeak).toBeGreaterThanOrEqual(Math.log(200));
    const before = new AcceptanceMonitor(plan.acceptance);
    while (before.samples < alone.samples - 1) before.observe(3, 1);
    expect(before.logPeak).toBeLessThan(Math.log(200));
    expect(() => new Monitor({ ...plan, rates: { alpha: 0.5, power: 0.4 } })).toThrow("power: found 0.4");
  });

  it("names the cause and the moment of the first alarm, and keeps it", () => {
    const drifting = run(0.4, law, 400, 222);
    expect(drifting.alarm?.cause).toBe("acceptance");
    expect(drifting.alarm?.after).toBeLessThan(100);
    const wrong = run(0.75, [0.4, 0.45, 0.1, 0.05], 800, 223);
    expect(wrong.alarm?.cause).toBe("law");
    expect(wrong.verdicts.acceptance.verdict).toBe("consistent");
    const before = wrong.alarm;
    for (let i = 0; i < 300; i++) wrong.observeRound(3, 0);
    expect(wrong.alarm).toEqual(before);
  });
});
