import { describe, expect, it } from "vitest";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import { rational } from "../../../../src/core/num/rational.ts";
import { totalVariationTest } from "../../../../src/evidence/stats/total-variation-test.ts";
import { consistent, judgeCounts, statisticsQuestion } from "../../../../src/evidence/tiers/statistics/consistent.ts";
import { mutant } from "../../../support/mutant.ts";
import { iid, type Law, toyWorld } from "../../../support/toy-world.ts";

const world = (law: Law) => toyWorld(iid(law), iid(law));
const coin = world({ a: "1/4", b: "3/4" });
const uniform = (outcomes: number): Law =>
  Object.fromEntries(Array.from({ length: outcomes }, (_, i) => [String.fromCharCode(97 + i), `1/${outcomes}`]));

describe("statisticsQuestion", () => {
  it("asks for the target's law at the longest horizon with at most 32 sequences", () => {
    const { world: name, horizon, law } = statisticsQuestion(rational, coin);
    expect({ name, horizon, outcomes: law.size }).toEqual({ name: "toy", horizon: 5, outcomes: 32 });
    expect(law.get("0,1,1,0,1")).toBe(0.25 ** 2 * 0.75 ** 3);
    expect(statisticsQuestion(rational, world(uniform(3))).horizon).toBe(3);
  });

  it("never looks beyond six tokens, and at one however many there are", () => {
    expect(statisticsQuestion(rational, world({ a: "1" })).horizon).toBe(6);
    expect(statisticsQuestion(rational, world(uniform(40)))).toMatchObject({ horizon: 1, law: { size: 40 } });
  });
});

describe("judgeCounts", () => {
  const question = statisticsQuestion(rational, world({ a: "1/4", b: "3/4" }));
  const one = { ...question, horizon: 1, law: new Map([...Object.entries({ 0: 0.25, 1: 0.75 })]) };
  const plan = { seed: 1, samples: 1000, alpha: 1e-6, power: 0.99 };
  const judged = (counts: Readonly<Record<string, number>>) =>
    judgeCounts(one, sd, plan, new Map(Object.entries(counts)));

  it("is the total-variation test of all sequences, and what the target never says", () => {
    const { detectable } = totalVariationTest([250, 750, 0], [0.25, 0.75, 0], plan);
    expect(judged({ 0: 250, 1: 750 })).toEqual({
      world: "toy",
      algorithm: "sd",
      verdict: "consistent",
      tier: "statistics",
      scope: "horizon ≤ 1",
      gap: null,
      acceptance: null,
      expectedTokens: null,
      contexts: null,
      alpha: 1e-6,
      power: 0.99,
      detectable,
      samples: 1000,
    });
  });

  it("refutes a law that is wrong, and a single sequence that the target never says", () => {
    expect(judged({ 1: 1000 }).verdict).toBe("refuted");
    expect(judged({ 0: 250, 1: 749, 2: 1 }).verdict).toBe("refuted");
  });
});

describe("consistent", () => {
  it("samples from its seed, and tells a lossless algorithm from one that is not", () => {
    const plan = { seed: 7, samples: 2000, alpha: 1e-6, power: 0.99 };
    const oblivious = mutant(() => [1 as never]);
    expect(consistent(rational, coin, sd, plan)).toMatchObject({ verdict: "consistent", scope: "horizon ≤ 5" });
    expect(consistent(rational, coin, oblivious, plan)).toMatchObject({ verdict: "refuted", algorithm: "mutant" });
  });
});
