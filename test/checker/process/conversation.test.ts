import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { Adapter } from "../../../src/checker/process/adapter.ts";
import { AdapterFailure } from "../../../src/checker/process/adapter-failure.ts";
import { Child } from "../../../src/checker/process/child.ts";
import { lineOf, TOO_LONG } from "../../../src/checker/process/conversation.ts";
import { Interrupted, OutOfTime, OutOfTokens } from "../../../src/checker/process/ends.ts";
import { defaultLimits } from "../../../src/checker/process/limits.ts";
import { LONGEST_LINE } from "../../../src/checker/protocol/messages.ts";
import { wireWorld } from "../../../src/checker/protocol/wire-world.ts";
import { worldFile } from "../whole/world.ts";

const message = (length: number, of = "x") => ({ type: "world" as const, id: of.repeat(length), world: null });

test("a message is one line, as long as a line may be in bytes and no longer", () => {
  expect(lineOf({ type: "ping" })).toBe('{"type":"ping"}\n');
  const around = Buffer.byteLength(lineOf(message(0)) as string);
  expect(lineOf(message(LONGEST_LINE - around))).toHaveLength(LONGEST_LINE);
  expect(lineOf(message(LONGEST_LINE - around + 1))).toBeUndefined();
  expect(lineOf(message(LONGEST_LINE / 2, "é"))).toBeUndefined();
  expect(TOO_LONG).toBe("the message would be longer than 1048576 bytes, the most that a line may hold");
});

test("what no line can hold is refused without a word to the adapter, and asked of nobody", async () => {
  const script = fileURLToPath(new URL("../hostile.mjs", import.meta.url));
  const start = { command: [process.execPath, script], limits: defaultLimits, now: () => performance.now() };
  const adapter = await Adapter.open(start);
  const request = {
    run: "r",
    world: "w",
    algorithm: "sd",
    count: 1,
    seed: [1],
    lookahead: 1,
    budget: 2,
    temperature: 1,
    stops: [],
    prompts: [[0]],
    processors: {},
    chunk: 1,
  };
  const file = wireWorld(worldFile("w", { a: "1/2", b: "1/2" }));
  const large = { ...file, about: "x".repeat(LONGEST_LINE) };
  expect([await adapter.load("large", large), await adapter.load("large", file)]).toEqual([TOO_LONG, TOO_LONG]);
  const taken: unknown[] = [];
  const prompts = [new Array<number>(LONGEST_LINE).fill(0)];
  expect(await adapter.run({ ...request, prompts }, (sequence) => void taken.push(sequence))).toEqual({
    kind: "refused",
    received: 0,
    message: TOO_LONG,
    calls: [0, 0],
  });
  expect(await adapter.load("w", file)).toBeUndefined();
  const end = await adapter.run(request, (sequence) => void taken.push(sequence));
  expect([end, taken.length]).toEqual([{ kind: "done", received: 1, announced: 1, calls: expect.any(Array) }, 1]);
  // A score of what no line can hold cannot be had at all: that ends the adapter.
  await expect(adapter.score("w", "target", prompts)).rejects.toThrow(new AdapterFailure(`no way to ask: ${TOO_LONG}`));
});

test("writing to a child that has closed its input is no error of ours", async () => {
  const uncaught: unknown[] = [];
  const hear = (error: unknown): void => void uncaught.push(error);
  process.on("uncaughtException", hear);
  const child = new Child(["sh", "-c", "exec 0<&-; echo closed; exec sleep 1000"]);
  for await (const said of child.stdout) {
    expect(String(said)).toBe("closed\n");
    break;
  }
  expect(child.write("x".repeat(2 ** 21))).toBe(false);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  while (!child.write("x")) await turn();
  // The pipe tells its error some turns after it can no longer be written to.
  for (let turns = 0; turns < 100; turns++) await turn();
  expect(child.status).toBeUndefined();
  child.kill();
  await child.gone;
  process.off("uncaughtException", hear);
  expect([child.status, uncaught]).toEqual(["was ended by SIGKILL", []]);
});

test("nothing is started once the check is interrupted", async () => {
  const start = { command: ["/no/such/command"], limits: defaultLimits, now: () => 0, signal: AbortSignal.abort() };
  await expect(Adapter.open(start)).rejects.toThrow(Interrupted);
});

test("ends say what ended", () => {
  expect([new OutOfTime(), new OutOfTokens(), new Interrupted()].map(String)).toEqual([
    "OutOfTime: the budget of time is used up",
    "OutOfTokens: the budget of tokens is used up",
    "Interrupted: interrupted",
  ]);
  expect(new AdapterFailure("gone")).toMatchObject({ name: "AdapterFailure", message: "gone", errors: [] });
});
