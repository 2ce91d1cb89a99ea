import { expect, test } from "vitest";
import { inProcess } from "../../../src/checker/adapters/in-process.ts";
import { type Call, type CallResult, type Engine, Refusal } from "../../../src/checker/adapters/serve-adapter.ts";
import type { Hello, RunRequest } from "../../../src/checker/protocol/messages.ts";
import { worldFile } from "../whole/world.ts";

const world = worldFile("w");

/** An engine that answers as told, and keeps what it was asked. */
const scripted = (generate: (call: Call) => CallResult = () => ({ tokens: [[1], [2]] })) => {
  const loads: string[] = [];
  const calls: Call[] = [];
  const engine: Engine = {
    hello: { name: "scripted" } as Hello,
    load: ({ name }) => {
      loads.push(name);
      if (name === "bad") throw new Refusal("not this one");
      return {
        generate: (call) => {
          calls.push(call);
          return generate(call);
        },
        score: (side, context) => [side === "target" ? 1 : 2, ...context],
      };
    },
  };
  return { adapter: inProcess(engine), engine, loads, calls };
};

const request: RunRequest = {
  run: "one",
  world: "w",
  algorithm: "sd",
  count: 4,
  seed: [1, 2, 3, null],
  lookahead: 2,
  budget: 3,
  temperature: 1,
  stops: [],
  prompts: [[0], [1]],
  processors: {},
  chunk: 2,
};
const run = async (adapter: ReturnType<typeof inProcess>, more: Partial<RunRequest> = {}) => {
  const taken: unknown[] = [];
  const end = await adapter.run({ ...request, ...more }, (sequence) => void taken.push(sequence));
  return { taken, end };
};

test("a world is loaded once; what is refused, or missing, is said", async () => {
  const { adapter, engine, loads } = scripted();
  expect(adapter.hello).toBe(engine.hello);
  expect([await adapter.load("w", world), await adapter.load("w", world)]).toEqual([undefined, undefined]);
  expect(await adapter.load("bad", { ...world, name: "bad" })).toBe("not this one");
  expect(await adapter.load("none", null)).toBe("a world is needed");
  expect(loads).toEqual(["w", "bad"]);
  // What was loaded before needs no file.
  expect(await adapter.load("w", null)).toBeUndefined();
  expect([await adapter.close(), adapter.kill()]).toEqual([true, undefined]);
});

test("contexts are scored one by one", async () => {
  const { adapter } = scripted();
  await adapter.load("w", world);
  expect(await adapter.score("w", "target", [[5], [6, 7]])).toEqual([
    [1, 5],
    [1, 6, 7],
  ]);
  expect(await adapter.score("w", "drafter", [[]])).toEqual([[2]]);
});

test("a run is a call for each batch of prompts, with its share of the seeds", async () => {
  const { adapter, calls } = scripted();
  await adapter.load("w", world);
  const { taken, end } = await run(adapter);
  expect(end).toEqual({ kind: "done", received: 4, announced: 4, calls: [0, 0] });
  expect(taken).toEqual([
    { index: 0, tokens: [1] },
    { index: 1, tokens: [2] },
    { index: 2, tokens: [1] },
    { index: 3, tokens: [2] },
  ]);
  const { run: _, world: __, count: ___, seed: ____, chunk: _____, ...rest } = request;
  expect(calls).toEqual([
    { ...rest, seeds: [1, 2] },
    { ...rest, seeds: [3, null] },
  ]);
  expect((await run(adapter, { count: 0 })).end).toEqual({ kind: "done", received: 0, announced: 0, calls: [0, 0] });
});

test("a refusal and an error end the run where they happen", async () => {
  const failing = async (error: Error) => {
    const { adapter, calls } = scripted(() => {
      if (calls.length > 1) throw error;
      return { tokens: [[1], [2]] };
    });
    await adapter.load("w", world);
    return run(adapter, { count: 6 });
  };
  const first = [
    { index: 0, tokens: [1] },
    { index: 1, tokens: [2] },
  ];
  expect(await failing(new Refusal("no"))).toEqual({
    taken: first,
    end: { kind: "refused", received: 2, message: "no", calls: [0, 0] },
  });
  expect(await failing(new RangeError("broken"))).toEqual({
    taken: first,
    end: { kind: "error", received: 2, sample: 2, message: "broken", calls: [0, 0] },
  });
});
