import { describe, expect, test } from "vitest";
import { mutants } from "../../../fixtures/faults/registry.ts";
import type { Algorithm } from "../../../src/core/algorithms/algorithm.ts";
import { algorithms } from "../../../src/core/algorithms/registry.ts";
import { type Rational, rational } from "../../../src/core/num/rational.ts";
import type { World } from "../../../src/core/worlds/world.ts";
import { provedGenerations } from "../../../src/evidence/tiers/oracle/generations.ts";
import { type OracleLimits, oracleLimits } from "../../../src/evidence/tiers/oracle/limits.ts";
import { oracleAgrees } from "../../../src/evidence/tiers/oracle/oracle-agrees.ts";
import { oracleRefutes } from "../../../src/evidence/tiers/oracle/oracle-refutes.ts";
import { bed } from "../../../src/faults/kill-matrix/bed.ts";
import { loadOracle } from "../../../src/system/load-oracle.ts";
import { holdsEverywhere, sampleOf } from "../../../src/testing/check.ts";
import { smallLimits } from "../../../src/testing/laws.ts";
import { replay, type WorldFile, worldOf } from "../../../src/testing/world-file.ts";
import { anyWorld } from "../../../src/testing/worlds.ts";
import { iid, type Law, toyWorld } from "../../support/toy-world.ts";

const oracle = await loadOracle();
const fitting = (world: World<Rational>): Algorithm[] =>
  algorithms.filter(({ id, fits }) => oracle.algorithms.includes(id) && (fits?.(world) ?? true));

/** Every law on `names` whose probabilities are quarters. */
const quarters = (names: readonly string[]): Law[] => {
  const shares = (total: number, parts: number): number[][] =>
    parts === 1
      ? [[total]]
      : Array.from({ length: total + 1 }, (_, n) => shares(total - n, parts - 1).map((rest) => [n, ...rest])).flat();
  return shares(4, names.length).map((share) => Object.fromEntries(names.map((name, at) => [name, `${share[at]}/4`])));
};

describe("exhaustively", () => {
  const ids = new Set(["sd", "sd-block", "greedy-draft", "rrs", "k-seq"]);
  const lone = algorithms.filter(({ id }) => ids.has(id));
  const limits: OracleLimits = { ...oracleLimits, budget: 0 };
  const cases = [
    ["a", "b"],
    ["a", "b", "c"],
  ].flatMap((names) => {
    const laws = quarters(names);
    return [1, 2].flatMap((depth) => laws.flatMap((p) => laws.map((q) => ({ p, q, depth }))));
  });

  test(`all ${cases.length} pairs of laws over quarters: ${cases.length * lone.length} round laws`, () => {
    for (const { p, q, depth } of cases) {
      const world = { ...toyWorld(iid(p), iid(q), depth), candidates: depth };
      for (const algorithm of lone) {
        const { verdict, witness } = oracleAgrees(oracle, world, algorithm, limits);
        if (verdict !== "proved") expect({ p, q, depth, id: algorithm.id, verdict, witness }).toBeUndefined();
      }
    }
  });
});

describe("over arbitrary worlds", () => {
  const limits: OracleLimits = {
    ...oracleLimits,
    tokens: 7,
    rounds: 300,
    generation: 100,
    budget: 3,
    contexts: smallLimits,
  };
  const lone = new Set(["sd", "sd-block", "greedy-draft", "rrs", "k-seq"]);
  const { seed, runs } = sampleOf({ seed: 1, runs: 30 });

  test.each([
    { of: "two vocabularies", worlds: anyWorld({ lookahead: 2 }), chosen: (id: string) => !lone.has(id) },
    {
      of: "one vocabulary",
      worlds: anyWorld({ lookahead: 2, relation: "same" }),
      chosen: (id: string) => lone.has(id),
    },
  ])(`in ${runs} worlds of $of (seed ${seed}) all laws agree`, ({ worlds, chosen }) => {
    let rows = 0;
    let failing = "";
    const judge = (file: WorldFile): string | undefined => {
      const world = worldOf(rational, file);
      for (const algorithm of fitting(world).filter(({ id }) => chosen(id))) {
        failing = algorithm.id;
        const { verdict, why, witness } = oracleAgrees(oracle, world, algorithm, limits);
        if (verdict === "refuted") return `${algorithm.id}: ${JSON.stringify(witness)}`;
        if (verdict === "proved" || why?.includes("left out")) rows++;
      }
      return undefined;
    };
    const shown = (file: WorldFile): string => replay(file, `${failing} --tier oracle`);
    holdsEverywhere("the oracle's law", worlds, judge, shown, { seed, runs });
    expect(rows).toBeGreaterThan(4 * runs);
  });
});

describe("mutants", () => {
  const limits: OracleLimits = { ...oracleLimits, generation: 600, budget: 3 };
  /** Worlds with many tokens come last in the bed, for faults that no small one shows. */
  const large: OracleLimits = { ...limits, tokens: 64 };
  const worlds = bed(rational);
  const generations = provedGenerations(oracle);
  const rounds = mutants.filter((mutant) => "algorithm" in mutant && oracle.algorithms.includes(mutant.wounds));
  const refuting = (algorithm: Algorithm, wounds: string, within: OracleLimits): string | undefined =>
    worlds.find(
      (world) =>
        (algorithm.fits?.(world) ?? true) && oracleRefutes(oracle, world, algorithm, wounds, within, generations),
    )?.name;
  const of = (kind: string) => rounds.filter((mutant) => mutant.kind === kind);

  test(`all ${of("law").length} faults of a round that change the law are refuted`, () => {
    const survivors = of("law").filter(
      (mutant) => "algorithm" in mutant && !refuting(mutant.algorithm, mutant.wounds, large),
    );
    expect(survivors.map(({ id }) => id)).toEqual([]);
  });

  test(`none of ${of("control").length} controls is`, () => {
    const alarms = of("control").filter(
      (mutant) => "algorithm" in mutant && refuting(mutant.algorithm, mutant.wounds, limits),
    );
    expect(alarms.map(({ id }) => id)).toEqual([]);
  });
});
