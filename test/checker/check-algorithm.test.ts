import { expect, test } from "vitest";
import { AdapterFailure } from "../../src/checker/process/adapter-failure.ts";
import { defaultLimits } from "../../src/checker/process/limits.ts";
import { verdicts, wholeCheck } from "./whole/whole.ts";

/** A clock of which each reading takes a millisecond. */
const ticking = () => {
  let time = 0;
  return { command: [], limits: defaultLimits, now: () => time++ };
};

test("an adapter that cannot be opened is one broken row, with its last words", async () => {
  const open = async () => {
    throw new AdapterFailure("no hello within 60 s", ["last words"]);
  };
  expect(await wholeCheck({}, { open, start: ticking() })).toEqual({
    hello: undefined,
    algorithm: "sd",
    seed: 1,
    alpha: 1e-6,
    threshold: expect.closeTo(Math.log10(403 / 1e-6), 12),
    rows: [{ step: "adapter", verdict: "broken", what: "no hello within 60 s", sequences: 0, tokens: 0 }],
    counting: [],
    refuted: [],
    end: undefined,
    paths: new Map(),
    sequences: 0,
    tokens: 0,
    seconds: expect.any(Number),
    starts: 1,
    passes: { target: 0, drafter: 0, tokens: 0 },
    errors: ["last words"],
  });
});

test("any other error is thrown", async () => {
  const open = async () => {
    throw new RangeError("ours");
  };
  await expect(wholeCheck({}, { open })).rejects.toThrow("ours");
});

test("a check that is interrupted before it begins starts nothing", async () => {
  const start = { ...ticking(), signal: AbortSignal.abort() };
  const result = await wholeCheck({}, { start });
  expect(result).toMatchObject({ end: "interruption", sequences: 0 });
  expect(result.rows[0]).toEqual({ step: "adapter", verdict: "unknown", what: "interrupted", sequences: 0, tokens: 0 });
});

test("time that is left goes to fresh worlds, as tokens do; without a budget three are enough", async () => {
  const fresh = ({ rows }: Awaited<ReturnType<typeof wholeCheck>>) =>
    rows.filter(({ step, verdict }) => /^random-/.test(step) && verdict === "consistent").length;
  const start = ticking();
  const plain = await wholeCheck({}, { start });
  const timed = await wholeCheck({}, { start: ticking(), budget: { deadline: 2 * start.now() } });
  expect(plain.end).toBeUndefined();
  expect(timed.end).toBe("budget");
  expect(fresh(timed)).toBeGreaterThan(fresh(plain));
});

test("paths, seconds, starts and the names that count are told", async () => {
  const result = await wholeCheck({}, { start: ticking() });
  expect(verdicts(result)).toMatchObject({ one: "consistent" });
  expect(result.counting.slice(0, 3)).toEqual(["one", "two", "three"]);
  const one = result.paths.get("one") ?? [];
  expect(one.at(-1)?.[0]).toBe(60);
  const row = result.rows.find(({ step }) => step === "one");
  expect(one.at(-1)?.[1]).toBeCloseTo(row?.evidence?.last as number, 9);
  expect(Math.max(...one.map(([, log]) => log))).toBeLessThanOrEqual((row?.evidence?.peak as number) + 1e-9);
  expect(result.seconds).toBeGreaterThan(0);
  expect(result.starts).toBeGreaterThan(1);
  expect(result.hello?.name).toBe("own");
  expect(result.tokens).toBeGreaterThan(result.sequences);
});

test("a path keeps two thousand points", async () => {
  const { caseIn } = await import("./whole/world.ts");
  const result = await wholeCheck({}, { only: "long", cases: [caseIn("long", 2100)] });
  expect(result.rows[0]).toMatchObject({ step: "long", verdict: "consistent", sequences: 2100 });
  expect(result.paths.get("long")).toHaveLength(2000);
});

test("progress is told", async () => {
  const lines: string[] = [];
  await wholeCheck({}, { only: "one", progress: (line) => void lines.push(line) });
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every((line) => line !== "")).toBe(true);
});
