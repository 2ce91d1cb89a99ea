import { describe, expect, it } from "vitest";
import { algorithms } from "../../src/core/algorithms/registry.ts";
import { rational } from "../../src/core/num/rational.ts";
import { beyondLimits, oracleLimits } from "../../src/evidence/tiers/oracle/limits.ts";
import { oracleAgrees } from "../../src/evidence/tiers/oracle/oracle-agrees.ts";
import { builtInWorlds, readWorld } from "../../src/system/files.ts";
import { loadOracle } from "../../src/system/load-oracle.ts";

const oracle = await loadOracle();
/** Shorter generations than the command compares, all rounds. */
const limits = { ...oracleLimits, generation: 200 };
const worlds = builtInWorlds().map((file) => readWorld(rational, file));

describe.each(oracle.algorithms)("%s by the oracle", (id) => {
  const algorithm = algorithms.find((one) => one.id === id) as (typeof algorithms)[number];
  const fitting = worlds.filter(
    (world) => (algorithm.fits?.(world) ?? true) && beyondLimits(world, id, limits) === undefined,
  );

  it(`computes the law of the theorems' functions in ${fitting.length} built-in worlds`, ({ task }) => {
    const verdicts = fitting.map((world) => oracleAgrees(oracle, world, algorithm, limits));
    task.meta.verdicts = verdicts;
    expect(verdicts.filter(({ verdict }) => verdict !== "proved")).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(0);
  });
});
