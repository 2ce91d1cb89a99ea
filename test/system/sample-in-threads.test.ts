import { expect, test } from "vitest";
import { CHUNK } from "../../src/evidence/tiers/statistics/sampled-law.ts";
import { type SamplingPool, sampleInThreads } from "../../src/system/sample-in-threads.ts";
import type { SamplingTask } from "../../src/system/sampling-worker.ts";

const row = { file: "w.json", lookahead: 2, algorithm: "sd" };
const plan = { horizon: 3, seed: 5, samples: 5 * CHUNK - 1 };

/** A pool whose threads say which chunks they drew. */
const shares = async (size: number, samples = plan.samples) => {
  const asked: SamplingTask[] = [];
  const pool: SamplingPool = {
    size,
    ask: async (task) => {
      asked.push(task);
      return [
        ["all", task.end - task.first],
        [`from ${task.first}`, 1],
      ];
    },
    close: async () => undefined,
  };
  const counts = await sampleInThreads(pool, row, { ...plan, samples });
  return { asked, counts: [...counts], parts: asked.map(({ first, end }) => [first, end]) };
};

test("chunks are shared out, each once, and their counts are added up", async () => {
  const { asked, counts, parts } = await shares(2);
  expect(parts).toEqual([
    [0, 2],
    [2, 5],
  ]);
  expect(asked[0]).toEqual({ ...row, plan, first: 0, end: 2 });
  expect(counts).toEqual([
    ["all", 5],
    ["from 0", 1],
    ["from 2", 1],
  ]);
});

test("one thread draws all, and of more threads than chunks some draw nothing", async () => {
  expect((await shares(1)).parts).toEqual([[0, 5]]);
  expect((await shares(8, 2 * CHUNK)).parts).toEqual([
    [0, 1],
    [1, 2],
  ]);
});
