import { expect, test } from "vitest";
import { nothingTested, overall } from "../../../src/checker/overall.ts";
import { makeCase } from "../../../src/checker/plan/case.ts";
import { junitReport } from "../../../src/checker/report/junit.ts";
import { textReport } from "../../../src/checker/report/text.ts";
import { verdicts, wholeCheck } from "./whole.ts";
import { caseIn, worldFile } from "./world.ts";

const frame = { repeat: "lossless check mine.py", suspects: [] };

/** Nothing is green: the verdict, the report for people and the one for machines. */
const expectNothing = (result: Awaited<ReturnType<typeof wholeCheck>>): void => {
  expect([overall(result), nothingTested(result)]).toEqual(["unknown", true]);
  expect(textReport(result, frame)).toContain("nothing was tested: no token of sd was judged");
  expect(junitReport([{ result, frame }])).toMatch(/<testsuites tests="\d+" failures="0" errors="[1-9]/);
};

test("a right decoder in small worlds is consistent", async () => {
  const result = await wholeCheck({});
  expect([overall(result), nothingTested(result), result.end]).toEqual(["consistent", false, undefined]);
  expect(junitReport([{ result, frame }])).toMatch(/<testsuites tests="\d+" failures="0" errors="0"/);
});

test("an adapter that refuses all was not tested", async () => {
  const refuses = () => ({ load: async () => "no" });
  const result = await wholeCheck({}, {}, refuses);
  expect(verdicts(result)).toMatchObject({ "score self-test": "not applicable", one: "not applicable" });
  expectNothing(result);
});

test("one that takes the worlds of the exact checks and refuses every case was not tested either", async () => {
  const result = await wholeCheck({}, {}, (adapter) => ({
    load: async (id, world) => (/^(one|two|three|random)/.test(id) ? "no" : adapter.load(id, world)),
  }));
  expect(verdicts(result)).toMatchObject({ greedy: "consistent", reproducible: "consistent", one: "not applicable" });
  expectNothing(result);
});

test.each([
  "score self-test",
  "autoregressive self-test",
  "replay check",
  "reproducible",
  "batch mates",
  "second request",
])("the step %s alone says nothing of the law", async (only) => expectNothing(await wholeCheck({}, { only })));

test.each(["greedy", "length", "stop tokens", "one", "random-1", "random-7"])(
  "%s alone is evidence of its own",
  async (only) => {
    const result = await wholeCheck({}, { only });
    expect([overall(result), result.rows.map(({ step }) => step)]).toEqual(["consistent", [only]]);
  },
);

test("worlds that the algorithm does not fit are told and count for nothing, though fresh worlds were tested", async () => {
  const cases = [makeCase("apart", worldFile("apart", undefined, { a: "1/2", x: "1/2" }), 60)];
  const result = await wholeCheck({}, { cases });
  expect(result.rows.find(({ step }) => step === "apart")?.what).toBe("sd does not fit these vocabularies");
  expect(verdicts(result)).toMatchObject({ "random-1": "consistent" });
  expectNothing(result);
  expectNothing(await wholeCheck({}, { only: "random-2" }));
});

test.each(["nope", "", "One", "random-0", "random-401", "random-x", "adapter", "__proto__"])(
  "a name that is none, %j, is refused with those that are",
  async (only) => {
    await expect(wholeCheck({}, { only })).rejects.toThrow(
      /^--only: found ".*", expected one of score self-test, .*, second request, one, two, three, random-1, random-2, …$/,
    );
  },
);

test.each([
  [{ a: "1/2", b: "1/2" }],
  [{ a: "1/4", b: "1/4", c: "1/4", d: "1/4" }],
  [{ a: "1", b: "0" }],
  [{ a: "51/100", b: "49/100" }],
])("the positive control sees a wrong target where the right one is %j", async (next) => {
  const result = await wholeCheck({}, { only: "autoregressive self-test", cases: [caseIn("even", 60, next)] });
  expect(verdicts(result)).toEqual({ "autoregressive self-test": "consistent", "positive control": "consistent" });
});

test("a target of one token has no wrong law, and that is said", async () => {
  const result = await wholeCheck({}, { only: "autoregressive self-test", cases: [caseIn("sure", 60, { a: "1" })] });
  expect(verdicts(result)).toMatchObject({ "positive control": "unknown" });
});

test.each([1, 10, 100, 1_000, 3_000, 8_000, 12_000])("a budget of %i tokens is kept", async (tokens) => {
  const result = await wholeCheck({}, { budget: { tokens } });
  expect(result.tokens).toBeLessThanOrEqual(tokens);
  expect(result.tokens).toBeGreaterThan(tokens - 100);
  expect(result.end).toBe("budget");
  // Never a wrong refutation or breach from answers that are missing for want of budget.
  expect(result.rows.filter(({ verdict }) => verdict === "refuted" || verdict === "contract")).toEqual([]);
  if (tokens <= 3_000) expectNothing(result);
  else expect(overall(result)).toBe(nothingTested(result) ? "unknown" : "consistent");
});

test("a budget that is large enough goes to fresh worlds", async () => {
  const result = await wholeCheck({}, { budget: { tokens: 20_000 } });
  expect(verdicts(result)).toMatchObject({ one: "consistent", "random-5": "consistent" });
  expect(overall(result)).toBe("consistent");
  expect(result.tokens).toBeLessThanOrEqual(20_000);
});
