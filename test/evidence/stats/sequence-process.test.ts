import { describe, expect, it } from "vitest";
import { DirichletCell } from "../../../src/evidence/stats/dirichlet-cell.ts";
import { outcomes } from "../../../src/evidence/stats/draw-counts.ts";
import { logMeanExp } from "../../../src/evidence/stats/log-mean-exp.ts";
import { type Partition, SequenceProcess } from "../../../src/evidence/stats/sequence-process.ts";
import { stream } from "./stream.ts";

const rates = { alpha: 0.01, power: 0.9 };
/** After token c the tokens c + 1 and c + 2 (mod 4), with 1/2 each. */
const memory = (past: readonly number[]): readonly number[] =>
  [0, 1, 2, 3].map((token) => ([1, 2].includes((token - (past.at(-1) ?? 0) + 4) % 4) ? 0.5 : 0));
const skewed = (past: readonly number[]): readonly number[] =>
  [0, 1, 2, 3].map((token) => [0, 0.62, 0.38, 0][(token - (past.at(-1) ?? 0) + 4) % 4] as number);
const stale = (past: readonly number[]): readonly number[] => memory(past.slice(0, -1));

const byLast: Partition = (past) => String(past.at(-1));
const byHistory: Partition = (past) => past.slice(-3).join(" ");
const all: Partition = () => "";

type Next = (past: readonly number[]) => readonly number[];

const run = (law: Next, sequences: number, seed: number, partitions = [byHistory, byLast, all], most = 100) => {
  const uniform = stream(seed);
  const process = new SequenceProcess(4, partitions, most);
  for (let s = 0; s < sequences; s++) {
    const past: number[] = [];
    while (past.length < 6) {
      const token = outcomes(law(past), uniform)();
      process.observe(past, token, memory(past));
      past.push(token);
    }
  }
  return process;
};

describe("SequenceProcess", () => {
  it("is the mean over partitions of the products of their cells, each token's winnings less twice its rounding", () => {
    const half = [0.5, 0.5];
    const process = new SequenceProcess(2, [byLast, all, () => undefined], 100);
    const [afterStart, afterZero, afterOne, whole] = [1, 2, 3, 4].map(() => new DirichletCell(2)) as [
      DirichletCell,
      DirichletCell,
      DirichletCell,
      DirichletCell,
    ];
    const past: number[] = [];
    for (const [token, cell] of [
      [0, afterStart],
      [0, afterZero],
      [1, afterZero],
      [0, afterOne],
      [0, afterZero],
    ] as const) {
      process.observe(past, token, half, 0.01);
      for (const each of [cell, whole]) each.observe(token, half);
      past.push(token);
    }
    const products = [afterStart.logValue + afterZero.logValue + afterOne.logValue, whole.logValue].map(
      (log) => log - 5 * 0.02,
    );
    expect(process.logValue).toBeCloseTo(logMeanExp([...products, 0]), 12);
    expect(process.verdict(rates)).not.toHaveProperty("impossible");
  });

  it("detects by the debts of all cells of the finest partition: evaluated in Python with lgamma", () => {
    const detectable = (...partitions: Partition[]): number => {
      const process = new SequenceProcess(2, partitions, 100);
      for (let i = 0; i < 100; i++) process.observe([i < 30 ? 0 : 1], i % 2, [0.5, 0.5]);
      return process.verdict(rates).detectable;
    };
    expect(detectable(all, byLast)).toBeCloseTo(0.3627041984608003, 12);
    expect(detectable(all, all)).toBeCloseTo(0.32593969444919013, 12);
    expect(new SequenceProcess(2, [all], 100).verdict(rates).detectable).toBe(1);
  });

  it("rarely alarms on the right law, looked at after every token", () => {
    const seeds = Array.from({ length: 100 }, (_, i) => 131 + 7919 * i);
    const alarms = seeds.filter((seed) => run(memory, 20, seed).logPeak >= Math.log(20));
    expect(alarms.length).toBeLessThanOrEqual(10);
  });

  it("refutes a stale context within a few tokens, by an impossible token", () => {
    expect(run(stale, 3, 1).verdict(rates)).toMatchObject({ verdict: "refuted", pValue: 0 });
    const process = new SequenceProcess(2, [all], 10);
    process.observe([], 0, [0, 1]);
    expect(process.verdict(rates)).toMatchObject({ verdict: "refuted", impossible: 0 });
  });

  it("sees a bias that the pooled token histogram hides, through the partition that shows it", () => {
    expect(run(skewed, 200, 2).verdict(rates)).toMatchObject({
      verdict: "refuted",
      samples: 1200,
      basis: "asymptotic",
    });
  });

  it("sees a mean bias of the detectable size as often as promised", () => {
    const { detectable: d } = run(memory, 250, 5, [byLast]).verdict(rates);
    expect(d).toBeLessThan(0.2);
    const mutant: Next = (past) => memory(past).map((p, token) => (p === 0 ? 0 : p + (token % 2 === 0 ? d : -d)));
    const seeds = Array.from({ length: 20 }, (_, i) => 1000 * i + 5);
    const seen = seeds.filter((seed) => run(mutant, 250, seed, [byLast]).verdict(rates).verdict === "refuted");
    expect(seen.length).toBeGreaterThanOrEqual(18);
  });

  it("keeps its memory: nothing is bet on later classes, and the verdict says that it sees less", () => {
    expect(run(skewed, 300, 3, [byLast], 4).verdict(rates).verdict).toBe("refuted");
    const [few, enough] = [2, 4].map((most) => run(memory, 300, 3, [byLast], most).verdict(rates));
    expect(few?.verdict).toBe("consistent");
    expect(few?.detectable).toBeGreaterThan(enough?.detectable as number);
  });

  it("refuses laws of another size and an empty list of partitions", () => {
    expect(() => new SequenceProcess(4, [all], 10).observe([], 0, [1])).toThrow("law: found 1 outcomes, expected 4");
    expect(() => new SequenceProcess(4, [], 10)).toThrow("partitions: found none");
    expect(() => new SequenceProcess(0, [all], 10)).toThrow("outcomes: found 0");
    expect(() => new SequenceProcess(4, [all], 0)).toThrow("mostCells: found 0");
  });
});
