import { expect, test } from "vitest";
import { overall } from "../../../src/checker/overall.ts";
import { AdapterFailure } from "../../../src/checker/process/adapter-failure.ts";
import { textReport } from "../../../src/checker/report/text.ts";
import type { Twist } from "../steps/twisted.ts";
import { verdicts, wholeCheck } from "./whole.ts";

/** Wrong lengths in one step, an impossible token in one case, a wrong law in another. */
const faults: Twist = {
  answered: (sequence, { run, algorithm }) => {
    if (algorithm !== "sd") return sequence;
    if (run.includes("/length")) return { ...sequence, tokens: sequence.tokens.slice(1) };
    if (run.startsWith("one/")) return { ...sequence, tokens: sequence.tokens.map(() => 9) };
    if (run.startsWith("three/")) return { ...sequence, tokens: sequence.tokens.map(() => 0) };
    return sequence;
  },
};
const frame = { repeat: "lossless check mine.py", suspects: ["a-known-fault"] };

test("a check goes on after a refutation, and reports every step and case", async () => {
  const result = await wholeCheck(faults);
  expect(verdicts(result)).toMatchObject({
    "positive control": "consistent",
    "replay check": "consistent",
    greedy: "consistent",
    length: "refuted length",
    "stop tokens": "consistent",
    reproducible: "consistent",
    "batch mates": "consistent",
    "second request": "consistent",
    one: "refuted ids",
    two: "consistent",
    three: "refuted law",
    "random-1": "consistent",
    "random-3": "consistent",
  });
  expect([overall(result), result.end, result.refuted]).toEqual(["refuted", undefined, ["length", "one", "three"]]);
  const text = textReport(result, frame);
  for (const step of ["length", "one", "three"])
    expect(text).toContain(`see it again: lossless check --only ${step} mine.py`);
  // Known faults are named by the first refutation alone.
  expect(text.match(/a-known-fault/g)).toHaveLength(1);
  expect(text.indexOf("a-known-fault")).toBeLessThan(text.indexOf("in one:"));
});

test("the first alarm of a case settles it: no more of it is sampled, and the level is that of one alarm a case", async () => {
  const { rows, alpha, threshold } = await wholeCheck(faults);
  const three = rows.find(({ step }) => step === "three");
  expect(three?.alarm?.sequences).toBeLessThan(60);
  expect(three?.evidence?.peak).toBeGreaterThanOrEqual(threshold);
  expect([alpha, threshold]).toEqual([1e-6, expect.closeTo(Math.log10(403 / 1e-6), 12)]);
});

test("on demand the first refutation ends it, and says what was not reached", async () => {
  const result = await wholeCheck(faults, { stopAtFirst: true });
  expect(verdicts(result)).toMatchObject({
    length: "refuted length",
    "stop tokens": "not reached",
    "second request": "not reached",
    one: "not reached",
    three: "not reached",
    "random-1": "not reached",
  });
  expect([overall(result), result.end, result.refuted]).toEqual(["refuted", "refutation", ["length"]]);
  expect(textReport(result, frame)).toMatch(/\d+ steps and cases were not reached, since a refutation ended the check/);
  const cases = await wholeCheck(
    { answered: (s, r, v) => (r.run.includes("/length") ? s : (faults.answered?.(s, r, v) ?? s)) },
    { stopAtFirst: true },
  );
  expect(verdicts(cases)).toMatchObject({ "second request": "consistent", one: "refuted ids", two: "not reached" });
});

test("a budget is not used up by fresh worlds once something is refuted", async () => {
  const result = await wholeCheck(faults, { budget: { tokens: 60_000 } });
  expect(result.rows.filter(({ step }) => /^random-/.test(step)).map(({ step }) => step)).toEqual([
    "random-1",
    "random-3",
  ]);
  expect(overall(result)).toBe("refuted");
});

/** An adapter whose process ends in runs like this. */
const crashing =
  (when: (run: string) => boolean) => (adapter: Parameters<NonNullable<Parameters<typeof wholeCheck>[2]>>[0]) => ({
    run: ((request, take) => {
      if (request.algorithm === "sd" && when(request.run))
        throw new AdapterFailure("exited with status 9", ["Segmentation fault"]);
      return adapter.run(request, take);
    }) as typeof adapter.run,
  });

test("a process that ends in one case hides the fault of no other", async () => {
  const result = await wholeCheck(
    faults,
    {},
    crashing((run) => /^two\/|\/greedy|\/visit/.test(run)),
  );
  // Three processes may fail: greedy, the second request, and the case two.
  expect(verdicts(result)).toMatchObject({
    greedy: "broken",
    length: "refuted length",
    "batch mates": "consistent",
    one: "refuted ids",
  });
  expect([overall(result), result.errors]).toEqual(["refuted", ["Segmentation fault"]]);
  const one = await wholeCheck(
    faults,
    {},
    crashing((run) => /^two\//.test(run)),
  );
  expect(verdicts(one)).toMatchObject({ one: "refuted ids", two: "broken", three: "refuted law" });
  expect([one.end, overall(one)]).toEqual([undefined, "refuted"]);
});

test("an adapter that ends three times is asked no more", async () => {
  let asked = 0;
  const result = await wholeCheck(
    {},
    {},
    crashing(() => ++asked > 0),
  );
  expect(asked).toBe(3);
  expect(verdicts(result)).toMatchObject({
    "replay check": "broken",
    greedy: "broken",
    length: "broken",
    "stop tokens": "not reached",
    one: "not reached",
  });
  expect([overall(result), result.end]).toEqual(["broken", "broken adapter"]);
  expect(textReport(result, frame)).toContain("since the broken adapter ended the check");
});

test("an error whose examination is cut short leaves its case open", async () => {
  const result = await wholeCheck({}, { only: "two", budget: { tokens: 100 } }, (adapter) => ({
    run: async (request, take) => {
      const { seed, count } = request;
      await adapter.run({ ...request, count: Math.min(count, 8), seed: seed.slice(0, 8) }, take);
      return { kind: "error", received: 8, sample: 8, message: "no memory", calls: [0, 0] };
    },
  }));
  expect(result.rows.map(({ step, verdict, what }) => [step, verdict, what])).toEqual([
    ["two", "unknown", "an error that was not examined: no memory"],
  ]);
});
