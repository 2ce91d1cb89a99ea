import { describe, expect, it } from "vitest";
import { ChangeMixture } from "../../../src/evidence/stats/change-mixture.ts";
import { outcomes, type Uniform } from "../../../src/evidence/stats/draw-counts.ts";
import { LawMonitor } from "../../../src/evidence/stats/law-monitor.ts";
import { repeat, stream } from "./stream.ts";

const rates = { alpha: 0.05, power: 0.9 };

/** A law over eight tokens that is new at every position. */
const fresh = (uniform: Uniform): number[] => {
  const weights = repeat(8, () => uniform() ** 3 + 0.01);
  const sum = weights.reduce((a, b) => a + b);
  return weights.map((weight) => weight / sum);
};

/** The law at temperature 1/2: a warper applied on one side only. */
const sharpened = (law: readonly number[]): number[] => {
  const sum = law.reduce((total, p) => total + p ** 2, 0);
  return law.map((p) => p ** 2 / sum);
};

const run = (
  tokens: number,
  decoder: (law: readonly number[], at: number) => readonly number[],
  uniform: Uniform,
): LawMonitor => {
  const monitor = new LawMonitor(5, 500);
  for (let at = 0; at < tokens; at++) {
    const law = fresh(uniform);
    monitor.observe(outcomes(decoder(law, at), uniform)(), law);
  }
  return monitor;
};

describe("LawMonitor", () => {
  it("bets fairly: the expectation over all paths of four tokens under changing laws is 1", () => {
    const laws = [
      [0.6, 0.3, 0.1],
      [0.2, 0.2, 0.6],
      [0.5, 0.25, 0.25],
      [0.1, 0.8, 0.1],
    ] as const;
    let expectation = 0;
    for (let path = 0; path < 81; path++) {
      const monitor = new LawMonitor(3, 10);
      let probability = 1;
      laws.forEach((law, t) => {
        const token = Math.floor(path / 3 ** t) % 3;
        probability *= law[token] as number;
        monitor.observe(token, law);
      });
      expectation += probability * Math.exp(monitor.logValue);
    }
    expect(expectation).toBeCloseTo(1, 12);
  });

  it("multiplies the odds of what came to what was expected, each with five of the law, as memory fades", () => {
    const monitor = new LawMonitor(2, 10);
    for (const token of [0, 0, 1]) monitor.observe(token, [0.25, 0.75]);
    // Seen of expected, before the second token: 1 of 1/4 and 0 of 3/4; before the third 1.9 of 0.475 and 0 of 1.425.
    const odds = [
      [1, 1],
      [6 / 5.25, 5 / 5.75],
      [6.9 / 5.475, 5 / 6.425],
    ] as const;
    const factors = [0, 0, 1].map((token, t) => {
      const [first, second] = odds[t] as (typeof odds)[number];
      return (token === 0 ? first : second) / (0.25 * first + 0.75 * second);
    });
    const mixture = new ChangeMixture();
    for (const factor of factors) mixture.multiply(Math.log(factor));
    expect(monitor.logValue).toBeCloseTo(mixture.logValue, 12);
  });

  it("detects what the debt of the bet and the memory leave, and names nothing as impossible that was not seen", () => {
    const at = (tokens: number) => {
      const monitor = new LawMonitor(3, 50);
      for (let i = 0; i < tokens; i++) monitor.observe(i % 3, [0.4, 0.3, 0.3]);
      return monitor.verdict(rates);
    };
    // ln(2/alpha) + ln(1 + min(n, 50)) + 2n/200, evaluated in Python.
    expect(at(200).detectable).toBeCloseTo(0.23095766378584687, 12);
    expect(at(40).detectable).toBeCloseTo(0.481952476363113, 12);
    expect(at(0).detectable).toBe(1);
    expect(at(40)).not.toHaveProperty("impossible");
  });

  it("rarely alarms on a right decoder, looked at after every token", () => {
    const uniform = stream(211);
    const alarms = repeat(100, () => run(200, (law) => law, uniform).verdict(rates)).filter(
      ({ verdict }) => verdict === "refuted",
    );
    expect(alarms.length).toBeLessThanOrEqual(10);
  });

  it("alarms on a wrong temperature, from the start or after a long healthy past", () => {
    const uniform = stream(212);
    for (let i = 0; i < 10; i++) expect(run(600, sharpened, uniform).verdict(rates).verdict).toBe("refuted");
    expect(run(3600, (law, at) => (at < 3000 ? law : sharpened(law)), uniform).verdict(rates).verdict).toBe("refuted");
  });

  it("sees a bias of the detectable size as often as promised", () => {
    const law = [0.4, 0.3, 0.15, 0.1, 0.05];
    const { detectable: d } = run(2000, (p) => p, stream(213)).verdict(rates);
    expect(d).toBeLessThan(0.15);
    const draw = outcomes([0.4 - d / 2, 0.3 - d / 2, 0.15 + d / 2, 0.1 + d / 2, 0.05], stream(214));
    const verdicts = repeat(20, () => {
      const monitor = new LawMonitor(5, 500);
      for (let at = 0; at < 2000; at++) monitor.observe(draw(), law);
      return monitor.verdict(rates).verdict;
    });
    expect(verdicts.filter((verdict) => verdict === "refuted").length).toBeGreaterThanOrEqual(18);
  });

  it("settles an impossible token at once", () => {
    const monitor = new LawMonitor(3, 100);
    monitor.observe(2, [0.5, 0.5, 0]);
    expect(monitor.verdict(rates)).toMatchObject({ verdict: "refuted", pValue: 0, impossible: 2 });
    expect(() => monitor.observe(3, [0.5, 0.5, 0])).toThrow("outcome: found 3");
    expect(() => new LawMonitor(1, 100)).toThrow("cells: found 1");
  });
});
