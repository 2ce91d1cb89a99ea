import { describe, expect, test } from "vitest";
import { mutants } from "../../fixtures/mutants/registry.ts";
import { holdsEverywhere, sampleOf } from "../../properties/support/check.ts";
import { smallLimits } from "../../properties/support/laws.ts";
import { replay, type WorldFile, worldOf } from "../../properties/support/world-file.ts";
import { anyWorld } from "../../properties/support/worlds.ts";
import type { Algorithm } from "../../src/algorithms/algorithm.ts";
import { algorithms } from "../../src/algorithms/registry.ts";
import { sd } from "../../src/algorithms/sd.ts";
import { slrs } from "../../src/algorithms/slrs.ts";
import { tli } from "../../src/algorithms/tli.ts";
import { typical } from "../../src/algorithms/typical.ts";
import { union } from "../../src/algorithms/union.ts";
import { loadOracle } from "../../src/cli/load-oracle.ts";
import { bed } from "../../src/cli/mutants/bed.ts";
import { dist } from "../../src/dist/dist.ts";
import { type OracleLimits, oracleLimits } from "../../src/laws/oracle/limits.ts";
import { oracleAgrees } from "../../src/laws/oracle/oracle-agrees.ts";
import { oracleRefutes } from "../../src/laws/oracle/oracle-refutes.ts";
import { ask } from "../../src/laws/oracle/question.ts";
import { type Rational, rational } from "../../src/num/rational.ts";
import { tokensOf } from "../../src/vocab/vocabulary.ts";
import { builtInWorlds, readWorld } from "../../src/worlds/files.ts";
import type { World } from "../../src/worlds/world.ts";
import { chain, iid, type Law, ratio, toyWorld } from "../support/toy-world.ts";

const oracle = await loadOracle();
const fitting = (world: World<Rational>): Algorithm[] =>
  algorithms.filter(({ id, fits }) => oracle.algorithms.includes(id) && (fits?.(world) ?? true));
const builtIn = (name: string): World<Rational> =>
  readWorld(rational, builtInWorlds().find((file) => file.endsWith(`/${name}.json`)) as string);

describe("a world as a question", () => {
  test("numbers the tokens of T ∪ D, the target's first", () => {
    const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ c: "1/4", b: "1/4", a: "1/2" }), 2);
    const { question } = ask(world, "tli", []);
    expect(question).toMatchObject({ size: 3, targetTokens: [0, 1], drafterTokens: [0, 1, 2], stop: null });
    expect(question.target([0, 1])).toEqual(["1/2", "1/2", "0"]);
    expect(question.drafter?.([0, 2], [])).toEqual(["1/2", "1/4", "1/4"]);
    expect(oracle.round({ ...question, lookahead: 1 })).toEqual(
      [
        { weight: "1/4", accepted: 1, word: [0, 0] },
        { weight: "1/4", accepted: 1, word: [0, 1] },
        { weight: "1/6", accepted: 1, word: [1, 0] },
        { weight: "1/6", accepted: 1, word: [1, 1] },
        { weight: "1/6", accepted: 0, word: [1] },
      ].sort((x, y) => x.word.join().localeCompare(y.word.join())),
    );
  });

  test("gives greedy drafting the likeliest token, ties to the earlier one", () => {
    const world = toyWorld(iid({ a: "1/3", b: "1/3", c: "1/3" }), iid({ a: "1/5", b: "2/5", c: "2/5" }));
    expect(ask(world, "greedy-draft", []).question.drafter?.([], [])).toEqual(["0", "1", "0"]);
  });

  test("knows when a generation cannot say where a round began", () => {
    const target = iid({ a: "1/2", b: "1/2" });
    const reads = toyWorld(target, chain({ a: "1/3", b: "1/3", ab: "1/3" }, { b: { a: "1" } }), 2);
    for (const [world, expected] of [
      [reads, true],
      [toyWorld(target, iid({ a: "1/3", b: "1/3", ab: "1/3" }), 2), false],
    ] as const) {
      const { question, ambiguous } = ask(world, "union", [], 2);
      oracle.generate(question);
      expect(ambiguous()).toBe(expected);
    }
  });

  test("refuses rows that do not sum to 1, on either side", () => {
    const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1/2", b: "1/2" }));
    const short = <M extends World<Rational>["target"] | World<Rational>["drafter"]>(model: M): M => ({
      ...model,
      next: () => dist(rational, tokensOf(model.tokenizer.vocabulary as never), [ratio("1/2"), ratio("1/3")]),
    });
    for (const bad of [
      { ...world, target: short(world.target) },
      { ...world, drafter: short(world.drafter) },
    ]) {
      for (const { id } of [sd, union, slrs]) {
        expect(() => oracle.round(ask(bad, id, []).question)).toThrow(/sums to 5\/6, not 1/);
      }
    }
  });
});

describe("a verdict", () => {
  test("is unknown, with the reason, for what the oracle does not cover", () => {
    expect(oracleAgrees(oracle, builtIn("both-stop"), typical)).toMatchObject({
      verdict: "unknown",
      why: expect.stringContaining('"typical"'),
    });
    expect(oracleAgrees(oracle, builtIn("moby-dick-llama2-gpt2"), tli)).toMatchObject({
      verdict: "unknown",
      why: "the target has 30 tokens; the oracle compares at most 6",
    });
    const far = { ...builtIn("disjoint"), lookahead: 4 };
    expect(oracleAgrees(oracle, far, tli)).toMatchObject({
      verdict: "unknown",
      why: expect.stringMatching(/^lookahead 4/),
    });
  });

  test("is unknown where context classes were left out", () => {
    const verdict = oracleAgrees(oracle, builtIn("both-remember"), slrs, { ...oracleLimits, rounds: 70 });
    expect(verdict).toMatchObject({ verdict: "unknown", contexts: 2, scope: expect.stringMatching(/^horizon ≤ 1,/) });
    expect(verdict.why).toBe("all that was compared agrees, but 5 of 7 context classes were left out");
  });

  test("covers every horizon where contexts close, and says how far where they do not", () => {
    expect(oracleAgrees(oracle, builtIn("both-remember"), slrs)).toMatchObject({
      verdict: "proved",
      scope: "every horizon, whole rounds from 7 context classes, generation of 4 tokens",
      acceptance: "11/12",
      expectedTokens: "1",
    });
    expect(oracleAgrees(oracle, builtIn("whole-history"), tli).scope).toMatch(/^horizon ≤ \d+, whole rounds/);
  });

  test("is refuted where only the accepted count differs", () => {
    const wrong: Algorithm = {
      ...sd,
      round: (world, state) => (run) => {
        const { emitted } = sd.round(world, state as never)(run);
        return { emitted, accepted: 0 };
      },
    } as Algorithm;
    const { verdict, witness } = oracleAgrees(oracle, builtIn("same-model"), wrong);
    expect(verdict).toBe("refuted");
    expect(witness?.tokens).toMatch(/\(\d accepted\)$/);
    expect(oracleRefutes(oracle, builtIn("same-model"), wrong, "sd")).toBeUndefined();
  });
});

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
  const worlds = bed(rational);
  const rounds = mutants.filter((mutant) => "algorithm" in mutant && oracle.algorithms.includes(mutant.wounds));
  const refuting = (algorithm: Algorithm, wounds: string): string | undefined =>
    worlds.find((world) => (algorithm.fits?.(world) ?? true) && oracleRefutes(oracle, world, algorithm, wounds, limits))
      ?.name;
  const of = (kind: string) => rounds.filter((mutant) => mutant.kind === kind);

  test(`all ${of("law").length} faults of a round that change the law are refuted`, () => {
    const survivors = of("law").filter((mutant) => "algorithm" in mutant && !refuting(mutant.algorithm, mutant.wounds));
    expect(survivors.map(({ id }) => id)).toEqual([]);
  });

  test(`none of ${of("control").length} controls is`, () => {
    const alarms = of("control").filter((mutant) => "algorithm" in mutant && refuting(mutant.algorithm, mutant.wounds));
    expect(alarms.map(({ id }) => id)).toEqual([]);
  });
});
