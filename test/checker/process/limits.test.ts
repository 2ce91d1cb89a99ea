import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { Adapter } from "../../../src/checker/process/adapter.ts";
import { defaultLimits, MOST_WAIT, patience } from "../../../src/checker/process/limits.ts";

const limits = { ...defaultLimits, first: 30, next: 10 };

test("a first sequence may take its own time, however long a run is", () => {
  expect(patience(limits, 1000, 0, 32)).toBe(30);
});

test("later ones take the limit, or 20 times what so many usually took, but never more than 6 limits", () => {
  expect(patience(limits, 0.1, 100, 32)).toBe(10);
  expect(patience(limits, 1, 20, 12)).toBe(12);
  expect(patience(limits, 1, 1, 0)).toBe(20);
  expect(patience(limits, 1, 1, 3)).toBe(60);
  // It answered once, after 27 s, and hangs: 20 × 27 × 32 would be almost five hours.
  expect(patience(limits, 27, 1, 32)).toBe(MOST_WAIT * 10);
});

test("an adapter that answered once, slowly, and hangs is given up after 6 times the limit", async () => {
  const script = fileURLToPath(new URL("../hostile.mjs", import.meta.url));
  let late = 0;
  const adapter = await Adapter.open({
    command: [process.execPath, script, "hang"],
    limits: { ...defaultLimits, next: 0.2 },
    now: () => performance.now() + late,
  });
  const law = { context: [], next: { a: "1/2", b: "1/2" }, logits: [0, 0] };
  const side = {
    vocabulary: ["a", "b"],
    eos: null,
    tokenizer: "longest-prefix" as const,
    model: { kind: "markov" as const, order: 0, rows: [law] },
  };
  const world = {
    format: "lossless-world/1" as const,
    name: "w",
    prompt: "a",
    lookahead: 1,
    target: side,
    drafter: side,
  };
  expect(await adapter.load("w", world)).toBeUndefined();
  const request = {
    run: "r",
    world: "w",
    algorithm: "sd",
    count: 64,
    seed: Array.from({ length: 64 }, (_, i) => i),
    lookahead: 1,
    budget: 2,
    temperature: 1,
    stops: [],
    prompts: [[0]],
    processors: {},
    chunk: 32,
  };
  let received = 0;
  const run = adapter.run(request, () => {
    // By the clock it took an hour for each.
    if (received === 0) late = 32 * 3_600_000;
    received += 1;
  });
  await expect(run).rejects.toThrow("no the next sequence within 1 s");
  expect(received).toBe(32);
});
