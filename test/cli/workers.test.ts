import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/cli/commands.ts";
import { packageRoot } from "../../src/system/files.ts";
import type { SamplingTask } from "../../src/system/sampling-worker.ts";
import { openPool } from "../../src/system/threads/pool.ts";

const SAMPLING = new URL("../../src/system/sampling-worker.js", import.meta.url);
const file = join(packageRoot(), "fixtures", "worlds", "overlapping.json");

const output = async (...args: string[]): Promise<string> => {
  let out = "";
  let err = "";
  const io = {
    out: (text: string) => (out += text),
    err: (text: string) => (err += text),
    progress: () => {},
    now: () => 0,
  };
  expect({ status: await main(args, io), err }).toEqual({ status: 0, err: "" });
  return out;
};

test("statistics prints the same bytes for one, two and three threads", async () => {
  const of = (workers: string) =>
    output("verify", file, "--tier", "statistics", "--algorithm", "slem", "--workers", workers, "--json");
  const alone = await of("1");
  expect(await of("2")).toBe(alone);
  expect(await of("3")).toBe(alone);
});

test("the kill matrix is the same for one thread and two", async () => {
  const ids = [
    "residual-inverted",
    "slrs-psi-normalised",
    "rrs-one-uniform",
    "tli-not-renormalised",
    "stale-target-context",
  ];
  const of = (workers: string) => output("mutants", ...ids, "--workers", workers, "--json");
  expect(await of("2")).toBe(await of("1"));
});

const task = (algorithm: string): SamplingTask => ({
  file,
  lookahead: 2,
  algorithm,
  plan: { horizon: 2, seed: 1, samples: 40_000 },
  first: 0,
  end: 1,
});

test("an error in a thread is the task's error, and the thread goes on", async () => {
  const pool = openPool<SamplingTask, [string, number][]>(SAMPLING, 1);
  try {
    await expect(pool.ask(task("none-such"))).rejects.toThrow('no algorithm "none-such"');
    const counts = await pool.ask(task("slem"));
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(20_000);
  } finally {
    await pool.close();
  }
});

test("a thread that dies refuses every task, those that wait and those that come later", async () => {
  const pool = openPool<string, never>(new URL("./absent-worker.js", SAMPLING), 2);
  const asked = ["a", "b", "c"].map((task) => expect(pool.ask(task)).rejects.toThrow("a thread: found"));
  await Promise.all(asked);
  await expect(pool.ask("d")).rejects.toThrow("expected an answer");
  await pool.close();
});

test("a pool that is closed while it works refuses what is open", async () => {
  const pool = openPool<SamplingTask, [string, number][]>(SAMPLING, 1);
  const open = expect(pool.ask(task("slem"))).rejects.toThrow("a thread: found its end");
  await pool.close();
  await open;
});
