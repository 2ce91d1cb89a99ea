import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BadInput } from "../../src/core/worlds/bad-input.ts";
import type { TierName } from "../../src/evidence/tiers/tier-name.ts";
import type { Verdict } from "../../src/evidence/tiers/verdict.ts";
import type { Lost } from "../../src/modules/module-process.ts";
import { judgeModule, type ModuleProcesses } from "../../src/modules/module-rows.ts";
import type { ModuleReply, ModuleTask } from "../../src/modules/task.ts";
import { iid } from "../support/toy-world.ts";

const folder = mkdtempSync(join(tmpdir(), "lossless-rows-"));
afterAll(() => rmSync(folder, { recursive: true }));
const half = { a: "1/2", b: "1/2" };
const file = join(folder, "world.json");
const text = { format: "lossless-world/1", name: "coins", prompt: "ab", lookahead: 1 };
writeFileSync(file, JSON.stringify({ ...text, target: iid(half), drafter: iid({ a: "1/4", b: "3/4" }) }));

/** Two processes that answer what they are told, and keep what they were asked. */
const scripted = (exact: ModuleReply | Lost, sampled: ModuleReply | Lost = { lost: "nobody should ask" }) => {
  const asked: [string, ModuleTask][] = [];
  const one = (name: string, reply: ModuleReply | Lost) => ({
    ask: async (task: ModuleTask) => {
      asked.push([name, task]);
      return reply;
    },
    close: () => undefined,
  });
  const processes: ModuleProcesses = { exact: one("exact", exact), sampled: one("sampled", sampled) };
  return { processes, asked };
};
const judge = (processes: ModuleProcesses, tier: TierName = "enumeration") =>
  judgeModule(processes, { module: "mine.ts", script: "mine.mjs", tier, seed: 7 }, { file, lookahead: 3 });

const verdict = (parts: Partial<Verdict> = {}): Verdict => ({
  world: "coins",
  algorithm: "mine",
  verdict: "proved",
  tier: "enumeration",
  scope: "every horizon",
  gap: "0",
  acceptance: "1/2",
  expectedTokens: "3/2",
  contexts: 1,
  ...parts,
});
/** All sequences of so many coins, equally often. */
const fair = (horizon: number, each: number): [string, number][] =>
  Array.from({ length: 2 ** horizon }, (_, at) => [[...at.toString(2).padStart(horizon, "0")].join(), each]);

const refusal = { where: "mine.ts", found: "a fault", expected: "none" };
/** The row of a module that was refused. */
const unknownRow = (algorithm: string, why: string, tier: TierName = "enumeration") => ({
  world: "coins",
  algorithm,
  verdict: "unknown",
  tier,
  scope: "horizon ≤ 0",
  gap: null,
  acceptance: null,
  expectedTokens: null,
  contexts: null,
  why,
});

describe("without a proof nothing is sampled:", () => {
  test("what is refuted or unknown is the row", async () => {
    for (const found of ["refuted", "unknown"] as const) {
      const { processes, asked } = scripted({ verdict: verdict({ verdict: found }) });
      expect(await judge(processes)).toEqual({ verdict: verdict({ verdict: found }) });
      expect(asked).toEqual([
        [
          "exact",
          { module: "mine.ts", script: "mine.mjs", world: file, lookahead: 3, work: { tier: "enumeration", seed: 7 } },
        ],
      ]);
    }
  });
  test("by statistics neither, where a contract is broken", async () => {
    const broken = verdict({ verdict: "refuted", kind: "contract" });
    const { processes, asked } = scripted({ verdict: broken });
    expect(await judge(processes, "statistics")).toEqual({ verdict: broken });
    expect(asked).toHaveLength(1);
  });
  test("a misfit is told", async () => {
    expect(await judge(scripted({ misfit: "mine" }).processes)).toEqual({ misfit: "mine" });
  });
  test("what cannot be loaded is bad input, in either process", async () => {
    const unloadable = { unloadable: refusal };
    await expect(judge(scripted(unloadable).processes)).rejects.toThrow(new BadInput("mine.ts", "a fault", "none"));
    await expect(judge(scripted({ verdict: verdict() }, unloadable).processes)).rejects.toThrow(
      "mine.ts: found a fault",
    );
  });
  test("a refusal is an unknown row, under the algorithm's name where it is known", async () => {
    const why = "refused: found a fault, expected none";
    expect(await judge(scripted({ refusal, id: "mine" }).processes)).toEqual({
      refusal,
      verdict: unknownRow("mine", why),
    });
    expect(await judge(scripted({ refusal }).processes, "symbolic")).toEqual({
      refusal,
      verdict: unknownRow("mine.ts", why, "symbolic"),
    });
  });
  test("a process that is lost refuses the module", async () => {
    expect(await judge(scripted({ lost: "no answer within 5 s" }).processes)).toEqual({
      refusal: { where: "mine.ts", found: "no answer within 5 s", expected: "an algorithm whose rounds end" },
      verdict: unknownRow("mine.ts", "refused: found no answer within 5 s, expected an algorithm whose rounds end"),
    });
  });
});

describe("after a proof the module is sampled:", () => {
  const plan = { horizon: 3, seed: 7, samples: 2000 };
  test("the row states how far", async () => {
    const { processes, asked } = scripted({ verdict: verdict() }, { counts: fair(3, 250), id: "mine" });
    const outcome = await judge(processes);
    expect(outcome).toEqual({
      verdict: { ...verdict(), alpha: 1e-6, power: 0.999, detectable: expect.any(Number), samples: 2000 },
    });
    expect(asked[1]).toEqual([
      "sampled",
      { module: "mine.ts", script: "mine.mjs", world: file, lookahead: 3, work: { sample: plan } },
    ]);
    expect(asked).toHaveLength(2);
  });
  test("another law refutes it, with the sequence that shows it most", async () => {
    const counts: [string, number][] = [
      ["0,0,0", 150],
      ["1,0,1", 1000],
      ["0,1", 850],
    ];
    const { processes } = scripted({ verdict: verdict() }, { counts, id: "mine" });
    expect(await judge(processes)).toMatchObject({
      verdict: {
        algorithm: "mine",
        verdict: "refuted",
        tier: "enumeration",
        scope: "horizon ≤ 3",
        why: "enumerated exactly it has the target's law, run 2000 times in doubles it has not: it depends on something hidden",
        witness: { law: "sampled", horizon: 3, target: "0.000", output: "0.4250", path: [] },
        alpha: 1e-6,
        samples: 2000,
      },
    });
    const { processes: other } = scripted(
      { verdict: verdict() },
      { counts: fair(3, 200).concat([["1,1,1", 600]]), id: "mine" },
    );
    const outcome = await judge(other);
    expect(outcome).toMatchObject({ verdict: { witness: { target: "0.1250", output: "0.3000" } } });
    const { witness } = (outcome as { verdict: Verdict }).verdict;
    expect([witness?.prompt, witness?.tokens]).toEqual(["a·b", "b·b·b"]);
  });
  test("what fits in one process and not in the other is refused", async () => {
    expect(await judge(scripted({ verdict: verdict() }, { misfit: "mine" }).processes)).toEqual({
      refusal: {
        where: "mine.ts",
        found: "an algorithm that fits in one process and not in another",
        expected: "one answer",
      },
      verdict: unknownRow(
        "mine",
        "refused: found an algorithm that fits in one process and not in another, expected one answer",
      ),
    });
  });
  test("a refusal of the second process says that it was run in doubles", async () => {
    const found = "a fault (run in doubles)";
    expect(await judge(scripted({ verdict: verdict() }, { refusal, id: "other" }).processes)).toEqual({
      refusal: { ...refusal, found },
      verdict: unknownRow("mine", `refused: found ${found}, expected none`),
    });
    expect(await judge(scripted({ verdict: verdict() }, { lost: "its end" }).processes)).toMatchObject({
      refusal: { found: "its end (run in doubles)" },
    });
  });
});

describe("by statistics", () => {
  test.each(["proved", "refuted"] as const)(
    "what was %s exactly is sampled all the same, more and longer",
    async (found) => {
      const { processes, asked } = scripted(
        { verdict: verdict({ verdict: found }) },
        { counts: [...fair(5, 1562), ["0,0,0,0,0", 1578]], id: "mine" },
      );
      expect(await judge(processes, "statistics")).toEqual({
        verdict: {
          ...verdict({ verdict: "consistent", tier: "statistics", scope: "horizon ≤ 5" }),
          ...{ gap: null, acceptance: null, expectedTokens: null, contexts: null },
          ...{ alpha: 1e-8, power: 0.999, detectable: expect.any(Number), samples: 50_000 },
        },
      });
      expect(asked[1]?.[1].work).toEqual({ sample: { horizon: 5, seed: 7, samples: 50_000 } });
    },
  );
  test("another law is refuted by the statistics alone", async () => {
    const { processes } = scripted({ verdict: verdict() }, { counts: [["0,0,0,0,0", 50_000]], id: "mine" });
    const outcome = await judge(processes, "statistics");
    expect(outcome).toMatchObject({ verdict: { verdict: "refuted", tier: "statistics" } });
    expect(outcome).not.toHaveProperty("verdict.witness");
  });
});
