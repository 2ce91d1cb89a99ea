import { describe, expect, test } from "vitest";
import type { Algorithm } from "../../../../src/core/algorithms/algorithm.ts";
import { autoregressive } from "../../../../src/core/algorithms/autoregressive.ts";
import { sd } from "../../../../src/core/algorithms/sd.ts";
import { slrs } from "../../../../src/core/algorithms/slrs.ts";
import { tli } from "../../../../src/core/algorithms/tli.ts";
import { typical } from "../../../../src/core/algorithms/typical.ts";
import { type Rational, rational } from "../../../../src/core/num/rational.ts";
import type { World } from "../../../../src/core/worlds/world.ts";
import { oracleLimits } from "../../../../src/evidence/tiers/oracle/limits.ts";
import { oracleAgrees } from "../../../../src/evidence/tiers/oracle/oracle-agrees.ts";
import { oracleRefutes } from "../../../../src/evidence/tiers/oracle/oracle-refutes.ts";
import { builtInWorlds, readWorld } from "../../../../src/system/files.ts";
import { loadOracle } from "../../../../src/system/load-oracle.ts";
import { mutant } from "../../../support/mutant.ts";
import { chain, iid, toyWorld } from "../../../support/toy-world.ts";

const oracle = await loadOracle();
const builtIn = (name: string): World<Rational> =>
  readWorld(rational, builtInWorlds().find((file) => file.endsWith(`/${name}.json`)) as string);

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

/** The target's own law, but the first token for sure after so many tokens; what it accepts is not told. */
const stuckAfter = (tokens: number) =>
  mutant((ask, { target }, committed) => [
    committed.length === tokens ? (0 as never) : ask.sample("target", () => target.next(committed)),
  ]);
const remembering = toyWorld(chain({ a: "1/2", b: "1/2" }, { a: { b: "1" } }), iid({ a: "1/4", b: "3/4" }));

describe("the row", () => {
  test("of agreement: acceptance and tokens by the proved functions", () => {
    const world = toyWorld(iid({ a: "1/2", b: "1/2" }), iid({ a: "1/4", b: "3/4" }));
    expect(oracleAgrees(oracle, world, sd)).toEqual({
      world: "toy",
      algorithm: "sd",
      tier: "oracle",
      verdict: "proved",
      gap: null,
      scope: "every horizon, whole rounds from 1 context class, generation of 4 tokens",
      acceptance: "3/4",
      expectedTokens: "7/4",
      contexts: 1,
    });
  });

  test("of agreement without a generation, or one of one token", () => {
    const scope = (budget: number) => oracleAgrees(oracle, remembering, sd, { ...oracleLimits, budget }).scope;
    expect(scope(0)).toBe("every horizon, whole rounds from 3 context classes, no generation");
    expect(scope(1)).toBe("every horizon, whole rounds from 3 context classes, generation of 1 token");
  });

  test("of an algorithm without functions, and of limits that end the search for contexts", () => {
    const nothing = { gap: null, scope: "horizon ≤ 0", acceptance: null, expectedTokens: null, contexts: null };
    expect(oracleAgrees(oracle, remembering, typical)).toEqual({
      ...{ world: "toy", algorithm: "typical", tier: "oracle", verdict: "unknown", ...nothing },
      why: 'the oracle has no functions for "typical": no theorem says that it is lossless',
    });
    const contexts = { ...oracleLimits.contexts, paths: 1 };
    expect(oracleAgrees(oracle, remembering, sd, { ...oracleLimits, contexts })).toEqual({
      ...{ world: "toy", algorithm: "sd", tier: "oracle", verdict: "unknown", ...nothing },
      why: "enumeration stopped at its budget of 1 paths",
    });
  });

  test("of a round that differs: where, how far on, and by how much; words alone where acceptance is not told", () => {
    expect(oracleAgrees(oracle, remembering, stuckAfter(1), oracleLimits, "autoregressive")).toEqual({
      ...{ world: "toy", algorithm: "mutant", tier: "oracle", verdict: "refuted" },
      ...{ gap: null, scope: "horizon ≤ 2", acceptance: null, expectedTokens: null, contexts: null },
      witness: { law: "oracle", prompt: "a", horizon: 1, tokens: "b", target: "1", output: "0", path: [] },
    });
  });

  test("compares words alone where some rounds do not tell what they accept", () => {
    const reticent = {
      ...sd,
      round: (world, committed) => (run) => {
        const { emitted, accepted } = sd.round(world, committed)(run);
        return accepted === 0 ? { emitted } : { emitted, accepted: 1 };
      },
    } as typeof sd;
    expect(oracleAgrees(oracle, remembering, reticent)).toMatchObject({ verdict: "proved", contexts: 3 });
  });

  test("of a generation that differs, where no compared round does", () => {
    const limits = { ...oracleLimits, rounds: 1, budget: 2 };
    expect(oracleAgrees(oracle, remembering, stuckAfter(1), limits, "autoregressive")).toEqual({
      ...{ world: "toy", algorithm: "mutant", tier: "oracle", verdict: "refuted" },
      ...{ gap: null, acceptance: "0", expectedTokens: "1", contexts: 1 },
      scope: "horizon ≤ 1, whole rounds from 1 context class, generation of 2 tokens",
      witness: { law: "oracle", prompt: "", horizon: 2, tokens: "a·b", target: "1/2", output: "0", path: [] },
    });
  });

  test("does not hide an error of the program", () => {
    const broken = mutant(() => {
      throw new TypeError("broken");
    });
    expect(() => oracleAgrees(oracle, remembering, broken, oracleLimits, "sd")).toThrow("broken");
  });

  test("generates no further than contexts were followed", () => {
    const half = { a: "1/2", b: "1/2" };
    const history = toyWorld(iid(half, { model: { kind: "table", rows: [], otherwise: half } }), iid(half));
    const contexts = { ...oracleLimits.contexts, unboundedContexts: 4 };
    expect(oracleAgrees(oracle, history, autoregressive, { ...oracleLimits, contexts })).toMatchObject({
      verdict: "proved",
      scope: "horizon ≤ 2, whole rounds from 3 context classes, generation of 2 tokens",
    });
  });
});
