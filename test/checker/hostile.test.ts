import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type CheckResult, checkAlgorithm } from "../../src/checker/check-algorithm.ts";
import { overall } from "../../src/checker/overall.ts";
import { Adapter } from "../../src/checker/process/adapter.ts";
import { defaultLimits, type Limits } from "../../src/checker/process/limits.ts";

const script = fileURLToPath(new URL("./hostile.mjs", import.meta.url));

/** Checks `sd` of the adapter that misbehaves like this; limits other than the usual ones only where it is to hang. */
const checked = (mode: string, only: string, limits: Partial<Limits> = {}): Promise<CheckResult> =>
  checkAlgorithm({
    start: {
      command: [process.execPath, script, mode],
      limits: { ...defaultLimits, ...limits },
      now: () => performance.now(),
    },
    algorithm: "sd",
    seed: 1,
    budget: {},
    only,
    progress: () => undefined,
  });

const told = ({ rows }: CheckResult): string =>
  rows
    .filter(({ verdict }) => verdict !== "consistent" && verdict !== "not applicable")
    .map(({ verdict, kind, what }) => `${verdict} ${kind ?? ""}: ${what}`)
    .join("; ");

test.concurrent("the honest one passes every step", async () => {
  for (const step of [
    "score self-test",
    "autoregressive self-test",
    "replay check",
    "greedy",
    "stop tokens",
    "carousel-lookahead-1",
  ]) {
    const result = await checked("honest", step);
    expect(`${step}: ${told(result)}`).toBe(`${step}: `);
    expect(result.rows.some(({ verdict }) => verdict === "consistent")).toBe(true);
  }
});

test.concurrent.each([
  ["exits", {}, "exited with status 3"],
  ["hangs", { hello: 0.3 }, "no hello within"],
  ["garbage", {}, "a line that is not JSON"],
  ["nested", {}, "protocol error"],
  ["no newline", {}, "a line of more than 1048576 bytes"],
  ["other protocol", {}, "expected lossless-check/1"],
  ["not utf-8", {}, "a line that is not JSON"],
  ["no algorithms", {}, "at least one"],
  ["other id", {}, '"ready"'],
  ["pings", {}, "more than 100 pings"],
  ["silent run", { first: 0.3 }, "no a first sequence within"],
  ["hang", { next: 0.3 }, "no the next sequence within"],
  ["never done", { next: 0.3 }, "no the next sequence within"],
  ["crash", {}, "exited with status 9"],
  ["gap", {}, "sequence 1 where number 0 was due"],
  ["again", {}, "sequence 0 where number 32 was due"],
  ["empty", {}, "without a sequence"],
  ["other run", {}, "in the middle of the run"],
  ["too many", {}, "65 sequences, 64 were asked for"],
  ["deaf", { ready: 0.3 }, "no "],
  ["accepts more", {}, '"rounds" is not'],
  ["counts passes", {}, '"calls" is not'],
] as [string, Partial<Limits>, string][])("an adapter that %s is broken, and says how", async (mode, limits, says) => {
  const result = await checked(mode, "carousel", limits);
  expect(overall(result)).toBe("broken");
  expect(told(result)).toContain(says);
});

test.concurrent.each([
  ["id too large", "carousel", "ids"],
  ["negative id", "carousel", "ids"],
  ["fractions", "carousel", "ids"],
  ["strings", "carousel", "ids"],
  ["too long", "carousel", "length"],
  ["too short", "carousel", "length"],
  ["fails for some", "carousel", "terminates"],
  ["one seed", "replay check", "not random"],
  ["few seeds", "replay check", "answers repeated"],
  ["canned", "replay check", "answers repeated"],
  ["canned", "twins", "law"],
])("an adapter with %s is refuted in %s: %s", async (mode, step, kind) => {
  const result = await checked(mode, step);
  expect(told(result)).toMatch(new RegExp(`^refuted ${kind}`));
});

test.concurrent("missing sequences and passing errors leave the verdict open", async () => {
  expect(told(await checked("miscounts", "carousel"))).toMatch(/^unknown : 64 sequences came and 63 were announced/);
  expect(told(await checked("fails once", "carousel"))).toMatch(/^unknown : an error that did not come again/);
});

test.concurrent("wrong stubs are the adapter's fault, not the decoder's", async () => {
  expect(told(await checked("wrong stub", "score self-test"))).toMatch(/^broken : adapter or stub is wrong/);
  expect(told(await checked("few scores", "score self-test"))).toMatch(/^broken : protocol error: received 19 rows/);
});

test.concurrent("seeds that are ignored are a breach of contract, not of the law", async () => {
  const result = await checked("own seed", "reproducible");
  expect(told(result)).toMatch(/^contract : not reproducible: in one process/);
  expect(overall(result)).not.toBe("refuted");
});

test.concurrent("a flood on standard error does no harm", async () => {
  expect(told(await checked("errors flood", "carousel-lookahead-1"))).toBe("");
});

test.concurrent("an adapter that stays after bye is ended, and the check goes on", async () => {
  const result = await checked("stays", "clock-lookahead-1", { bye: 0.2 });
  expect(told(result)).toBe("");
  expect(result.rows.find(({ step }) => step === "clock-lookahead-1")?.sequences).toBe(100);
});

test.concurrent("what an adapter started is gone with it", async () => {
  const command = [process.execPath, script, "grandchild"];
  const adapter = await Adapter.open({ command, limits: { ...defaultLimits, bye: 0.2 }, now: () => performance.now() });
  const pid = adapter.hello.version;
  expect(alive(pid)).toBe(true);
  expect(await adapter.close()).toBe(false);
  for (let tries = 0; tries < 100 && alive(pid); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(alive(pid)).toBe(false);
});

/** Is there such a process, and is it more than an entry that nobody has removed yet? */
const alive = (pid: string): boolean =>
  spawnSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" }).stdout.trim().replace(/^Z.*/, "") !== "";
