import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import type { Verdict } from "../../src/evidence/tiers/verdict.ts";
import type { ModuleOutcome, ModuleProcesses } from "../../src/modules/module-rows.ts";
import { judgeRandomly } from "../../src/modules/random-worlds.ts";
import type { ModuleReply, ModuleTask } from "../../src/modules/task.ts";

interface File {
  readonly name: string;
  readonly lookahead: number;
  readonly prompt: string;
}

/** Processes whose verdict depends on the world's file alone, and the tasks with the worlds that they met. */
const judging = (verdictOf: (world: File) => Verdict["verdict"] | undefined) => {
  const met: { readonly task: ModuleTask; readonly world: File }[] = [];
  const ask = async (task: ModuleTask): Promise<ModuleReply> => {
    const world = JSON.parse(readFileSync(task.world, "utf8")) as File;
    met.push({ task, world });
    const verdict = verdictOf(world);
    return verdict === undefined
      ? { misfit: "mine" }
      : { verdict: { world: world.name, algorithm: "mine", verdict } as Verdict };
  };
  const one = { ask, close: () => undefined };
  const processes: ModuleProcesses = { exact: one, sampled: one };
  return { processes, met };
};
const question = { module: "mine.ts", script: "mine.mjs", tier: "enumeration", seed: 5 } as const;
const verdictIn = (outcome: ModuleOutcome): string => ("verdict" in outcome ? outcome.verdict.verdict : "misfit");

test("as many worlds as were asked for, numbered, each told as it is settled, and no file left", async () => {
  const { processes, met } = judging(({ name }) => (name.endsWith("2") ? undefined : "unknown"));
  const told: ModuleOutcome[] = [];
  const found = await judgeRandomly(processes, question, 4, (outcome) => told.push(outcome));
  expect(found).toEqual({ outcomes: told });
  expect(told.map(verdictIn)).toEqual(["unknown", "misfit", "unknown", "unknown"]);
  expect(met.map(({ world }) => world.name)).toEqual(["random-1", "random-2", "random-3", "random-4"]);
  for (const { task, world } of met) {
    expect(task).toMatchObject({
      module: "mine.ts",
      script: "mine.mjs",
      lookahead: world.lookahead,
      work: { tier: "enumeration", seed: 5 },
    });
    expect(existsSync(dirname(task.world))).toBe(false);
  }
});

test("the same seed makes the same worlds, another one others", async () => {
  const worlds = async (seed: number) => {
    const { processes, met } = judging(() => "unknown");
    await judgeRandomly(processes, { ...question, seed }, 3, () => undefined);
    return met.map(({ world }) => world);
  };
  const first = await worlds(5);
  expect(await worlds(5)).toEqual(first);
  expect(await worlds(6)).not.toEqual(first);
});

test("the first refutation ends the search and is shrunk; only settled worlds are told", async () => {
  const { processes, met } = judging(({ lookahead }) => (lookahead > 1 ? "refuted" : "unknown"));
  const told: ModuleOutcome[] = [];
  const { outcomes, smallest } = await judgeRandomly(processes, question, 100, (outcome) => told.push(outcome));
  expect(outcomes).toEqual(told);
  expect(outcomes.length).toBeLessThan(100);
  expect(
    outcomes
      .map(verdictIn)
      .slice(0, -1)
      .every((verdict) => verdict === "unknown"),
  ).toBe(true);
  expect(verdictIn(outcomes.at(-1) as ModuleOutcome)).toBe("refuted");
  expect(met.length).toBeGreaterThan(outcomes.length);
  expect(smallest?.world).toMatchObject({ lookahead: 2, prompt: "" });
  expect(smallest?.world).toEqual(met.filter(({ world }) => world.lookahead > 1).at(-1)?.world);
  expect(smallest?.outcome).toMatchObject({ verdict: { verdict: "refuted" } });
});

test("what a process throws is thrown, and no file left", async () => {
  const { processes, met } = judging(({ name }) => {
    if (name === "random-2") throw new RangeError("broken");
    return "unknown";
  });
  await expect(judgeRandomly(processes, question, 4, () => undefined)).resolves.toMatchObject({ outcomes: [{}] });
  expect(met.every(({ task }) => !existsSync(task.world))).toBe(true);
});
