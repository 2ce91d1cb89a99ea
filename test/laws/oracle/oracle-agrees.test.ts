import { describe, expect, test } from "vitest";
import type { Algorithm } from "../../../src/algorithms/algorithm.ts";
import { sd } from "../../../src/algorithms/sd.ts";
import { slrs } from "../../../src/algorithms/slrs.ts";
import { tli } from "../../../src/algorithms/tli.ts";
import { typical } from "../../../src/algorithms/typical.ts";
import { loadOracle } from "../../../src/cli/load-oracle.ts";
import { oracleLimits } from "../../../src/laws/oracle/limits.ts";
import { oracleAgrees } from "../../../src/laws/oracle/oracle-agrees.ts";
import { oracleRefutes } from "../../../src/laws/oracle/oracle-refutes.ts";
import { type Rational, rational } from "../../../src/num/rational.ts";
import { builtInWorlds, readWorld } from "../../../src/worlds/files.ts";
import type { World } from "../../../src/worlds/world.ts";

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
