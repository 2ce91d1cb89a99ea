import { expect, test } from "vitest";
import { inProcess } from "../../../src/checker/adapters/in-process.ts";
import { Bench } from "../../../src/checker/process/bench.ts";
import { Child } from "../../../src/checker/process/child.ts";
import { processEnvironment } from "../../../src/checker/process/environment.ts";
import { seedOf } from "../../../src/checker/protocol/seeds.ts";
import { twisted } from "../steps/twisted.ts";

test("what a process draws at its start follows from the seed and its name", () => {
  const drawn = (seed: number, name: string) => processEnvironment(seed, name).PYTHONHASHSEED;
  expect(drawn(1, "gauntlet 0")).toBe(drawn(1, "gauntlet 0"));
  expect(new Set([drawn(1, "gauntlet 0"), drawn(1, "gauntlet 1"), drawn(2, "gauntlet 0")]).size).toBe(3);
  expect(Number(drawn(1, "gauntlet 0"))).toBeLessThan(2 ** 32);
});

test("a child has that environment, where its surroundings do not say otherwise", async () => {
  const print =
    "process.stdout.write([process.env.LOSSLESS_TEST_SEED, process.env.PATH].join(String.fromCharCode(32)))";
  const child = new Child([process.execPath, "-e", print], { LOSSLESS_TEST_SEED: "7", PATH: "elsewhere" });
  let said = "";
  for await (const chunk of child.stdout) said += chunk;
  child.kill();
  expect(said).toBe(`7 ${process.env.PATH}`);
});

test("a bench starts a process only when it is needed, under the name of the moment", async () => {
  const names: string[] = [];
  const engine = { hello: twisted().hello, load: () => ({ generate: () => ({ tokens: [] }), score: () => [] }) };
  const bench = new Bench(async (name) => {
    names.push(name);
    return inProcess(engine);
  });
  await bench.adapter();
  // One that has said hello only is fresh still.
  await bench.restart("gauntlet 0");
  await bench.adapter();
  // One that was used is not.
  await bench.restart("gauntlet 0");
  await bench.adapter();
  await bench.restart("gauntlet 1");
  await bench.adapter();
  await bench.close();
  expect([names, bench.starts]).toEqual([["gauntlet 0", "gauntlet 0", "gauntlet 1"], 3]);
});

test("seeds are whole numbers below 2^53, and other names give others", () => {
  const seeds = Array.from({ length: 1000 }, (_, i) => seedOf(1, "world", "run", i));
  expect(new Set(seeds).size).toBe(1000);
  expect(seeds.every((seed) => Number.isSafeInteger(seed) && seed >= 0)).toBe(true);
  expect(seedOf(1, "a", "bc")).not.toBe(seedOf(1, "ab", "c"));
});
