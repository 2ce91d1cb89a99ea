import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { overall } from "../../../src/checker/overall.ts";
import { Adapter } from "../../../src/checker/process/adapter.ts";
import { Interrupted } from "../../../src/checker/process/ends.ts";
import { defaultLimits } from "../../../src/checker/process/limits.ts";
import type { Sequence } from "../../../src/checker/process/run-end.ts";
import { textReport } from "../../../src/checker/report/text.ts";
import { verdicts, wholeCheck } from "./whole.ts";
import { caseIn } from "./world.ts";

const frame = { repeat: "lossless check mine.py", suspects: [] };

/** A check that is interrupted while the first run of this name is answered. */
const interruptedAt = (
  name: string,
  answered: (sequence: Sequence, run: string) => Sequence = (sequence) => sequence,
) => {
  const controller = new AbortController();
  return wholeCheck(
    {
      asked: (request) => {
        if (request.run.includes(name)) controller.abort();
        return request;
      },
      answered: (sequence, { run }) => answered(sequence, run),
    },
    {
      start: { command: [], limits: defaultLimits, now: () => 0, signal: controller.signal },
      cases: [caseIn("one", 60), caseIn("two", 100), caseIn("three", 100)],
    },
  );
};

test("what was found stands, what was under way is open, and the rest was not reached", async () => {
  const result = await interruptedAt("three/sd/slice-0");
  expect(verdicts(result)).toMatchObject({
    greedy: "consistent",
    one: "consistent",
    two: "unknown",
    three: "unknown",
    "random-1": "not reached",
  });
  expect(result.rows.find(({ step }) => step === "two")?.what).toBe("interrupted after 64 of 100 sequences");
  expect([overall(result), result.end]).toEqual(["unknown", "interruption"]);
  expect(textReport(result, frame)).toContain("since an interruption ended the check");
});

test("a refutation that was found before stands", async () => {
  const spoiled = (sequence: Sequence, run: string) =>
    run.startsWith("one/sd") ? { ...sequence, tokens: [9] } : sequence;
  const result = await interruptedAt("two/sd/slice-0", spoiled);
  expect(verdicts(result)).toMatchObject({ one: "refuted ids", two: "unknown", three: "not reached" });
  expect([overall(result), result.end]).toEqual(["refuted", "interruption"]);
});

test("a step under way is open", async () => {
  const result = await interruptedAt("/sd/length");
  expect(verdicts(result)).toMatchObject({ greedy: "consistent", length: "unknown", "stop tokens": "not reached" });
  expect(result.rows.find(({ step }) => step === "length")?.what).toBe("interrupted");
});

test("one that is interrupted before it begins says so", async () => {
  const signal = AbortSignal.abort();
  const result = await wholeCheck({}, { start: { command: [], limits: defaultLimits, now: () => 0, signal } });
  expect(verdicts(result)).toEqual({ adapter: "unknown" });
  expect(overall(result)).toBe("unknown");
});

test("a process is ended at once, and what waits for it is told why", async () => {
  const controller = new AbortController();
  const script = fileURLToPath(new URL("../hostile.mjs", import.meta.url));
  const start = {
    command: [process.execPath, script, "deaf"],
    limits: defaultLimits,
    now: () => performance.now(),
    signal: controller.signal,
  };
  const adapter = await Adapter.open(start);
  const waiting = adapter.load("w", null);
  controller.abort();
  await expect(waiting).rejects.toThrow(Interrupted);
  await expect(Adapter.open(start)).rejects.toThrow(Interrupted);
});
