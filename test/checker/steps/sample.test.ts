import { describe, expect, test } from "vitest";
import { makeCase } from "../../../src/checker/plan/case.ts";
import { OutOfTokens } from "../../../src/checker/process/ends.ts";
import { runSeeds } from "../../../src/checker/protocol/seeds.ts";
import { type Sampling, sample } from "../../../src/checker/steps/sample.ts";
import { caseIn, worldFile } from "../whole/world.ts";
import { type Script, scripted } from "./scripted.ts";

const setting = { lookahead: 3, temperature: 0.5, stops: [2], processors: { minP: 0.25 } };
const at = makeCase("case", worldFile("w"), 60, setting);
const hello = { processors: ["minP"] };
const plain: Sampling = { algorithm: "sd", run: "name", count: 6, budget: 4, prompts: [[0], [1]] };

const sampled = async (script: Script = {}, more: Partial<Sampling> = {}) => {
  const all = scripted({ ...script, hello: { ...hello, ...script.hello } });
  return { ...all, result: await sample(all.context, at, { ...plain, ...more }) };
};

describe("a run", () => {
  test("asks for the case's own setting, with seeds that come from the names", async () => {
    const { runs, result, context } = await sampled();
    const seed = runSeeds(1, "case", "name", 6);
    expect(runs).toEqual([
      {
        run: "case/sd/name",
        world: "w",
        algorithm: "sd",
        count: 6,
        seed,
        lookahead: 3,
        budget: 4,
        temperature: 0.5,
        stops: [2],
        prompts: [[0], [1]],
        processors: { minP: 0.25 },
        chunk: 32,
      },
    ]);
    expect(result.seeds).toEqual(seed);
    expect(result.sequences.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect([result.ended, result.calls]).toEqual([undefined, [0, 0]]);
    expect([context.meter.sequences, context.meter.tokens]).toEqual([6, 24]);
  });
  test("takes seeds and chunks of its own", async () => {
    const { runs } = await sampled({}, { seeds: [1, null, 3, 4, 5, 6], chunk: 2 });
    expect([runs[0]?.seed, runs[0]?.chunk]).toEqual([[1, null, 3, 4, 5, 6], 2]);
  });
  test("asks for as much as the budget has room for, in whole batches", async () => {
    const { runs, result } = await sampled({ budget: { tokens: 23 } });
    expect([runs[0]?.count, runs[0]?.seed.length, result.sequences.length]).toEqual([4, 4, 4]);
    expect(result.ended).toBeUndefined();
    await expect(sampled({ budget: { tokens: 7 } })).rejects.toThrow(OutOfTokens);
    expect((await sampled({ budget: { tokens: 8 } })).runs[0]?.count).toBe(2);
  });
  test("does not begin where somebody ended the check", async () => {
    const { context, loads } = scripted({ hello, more: { signal: AbortSignal.abort() } });
    await expect(sample(context, at, plain)).rejects.toThrow("interrupted");
    expect(loads).toEqual([]);
    const open = scripted({ hello, more: { signal: new AbortController().signal } });
    expect((await sample(open.context, at, plain)).sequences).toHaveLength(6);
  });
});

describe("the end of a run", () => {
  test("passes are counted for the algorithm under test alone", async () => {
    const end: Script["end"] = (_, received) => ({ kind: "done", received, announced: received, calls: [5, 9] });
    const own = await sampled({ end });
    expect(own.result.calls).toEqual([5, 9]);
    expect(own.context.meter.passes).toEqual({ target: 5, drafter: 9, tokens: 24 });
    const other = await sampled({ end }, { algorithm: "autoregressive" });
    expect(other.context.meter.passes).toEqual({ target: 0, drafter: 0, tokens: 0 });
  });
  test("a refusal before anything is sent, and one of the adapter", async () => {
    const beyond = await sampled({ hello: { stops: 0 } });
    const none = { sequences: [], seeds: runSeeds(1, "case", "name", 6), calls: [0, 0] };
    expect(beyond.result).toEqual({ ...none, ended: { kind: "refused", message: "1 stop tokens" } });
    expect([beyond.loads, beyond.runs]).toEqual([[], []]);
    const load = await sampled({ load: () => "not this one" });
    expect(load.result).toEqual({ ...none, ended: { kind: "refused", message: "not this one" } });
    expect([load.loads, load.runs]).toEqual([["w"], []]);
    expect(load.context.meter.spent).toBe(false);
  });
  test.each(["refused", "error"] as const)("%s in a run keeps what came", async (kind) => {
    const { result } = await sampled({
      sent: () => 2,
      end: (_, received) => ({ kind, received, sample: received, message: "why", calls: [1, 2] }),
    });
    expect(result.sequences).toHaveLength(2);
    expect([result.ended, result.calls]).toEqual([{ kind, message: "why" }, [1, 2]]);
  });
  test.each([
    [6, 6, undefined],
    [5, 6, "5 sequences came and 6 were announced, 6 were asked for"],
    [6, 5, "6 sequences came and 5 were announced, 6 were asked for"],
    [6, 7, "6 sequences came and 7 were announced, 6 were asked for"],
  ])("%i came, %i were announced: %s", async (received, announced, message) => {
    const { result } = await sampled({ end: () => ({ kind: "done", received, announced, calls: [0, 0] }) });
    expect(result.ended).toEqual(message === undefined ? undefined : { kind: "short", message });
  });
});

test("a world is handed over once for each run, whatever its case is called", async () => {
  const { context, loads } = scripted({});
  await sample(context, caseIn("x"), plain);
  await sample(context, caseIn("y"), plain);
  expect(loads).toEqual(["x", "y"]);
});
