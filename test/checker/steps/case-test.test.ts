import { describe, expect, test } from "vitest";
import { type Case, makeCase } from "../../../src/checker/plan/case.ts";
import { CaseTest } from "../../../src/checker/steps/case-test.ts";
import type { Sampling } from "../../../src/checker/steps/sample.ts";
import { worldFile } from "../whole/world.ts";
import { type Script, scripted } from "./scripted.ts";

const law = { a: "1/2", b: "1/2", c: "0" };
const prompts = [[0], [1, 0]];
const at = (more: Partial<Case> = {}) => makeCase("case", worldFile("w", law), 60, { prompts, ...more });
const plain: Sampling = { algorithm: "sd", run: "run", count: 6, budget: 3, prompts, seeds: [1, 2, null, 4, 5, 6] };

/** One run whose answers are these, by index. */
const judged = async (answers: readonly (readonly unknown[])[], script: Script = {}, more: Partial<Case> = {}) => {
  const all = scripted({ answer: (_, index) => answers[index % answers.length] as unknown[], ...script });
  const test = new CaseTest(all.context, at(more));
  await test.advance([plain]);
  return { ...all, test };
};

test("answers that may be leave the case open, and each sequence is watched", async () => {
  const { test, watched } = await judged([
    [0, 1, 0],
    [1, 0, 1],
  ]);
  expect(test.row).toBeUndefined();
  expect([test.evidence.sequences, test.evidence.tokens]).toEqual([6, 18]);
  expect(watched.map(([name, sequences]) => [name, sequences])).toEqual([1, 2, 3, 4, 5, 6].map((n) => ["case", n]));
  expect(watched.at(-1)?.[2]).toBe(test.evidence.log);
});

test("the shortest answer that cannot be is the witness, the first of those as short", async () => {
  const { test } = await judged([
    [0, 1, 2],
    [0, 1, 0],
    [0, 2, 0],
    [1, 2, 1],
    [0, 1, 0],
    [0, "x", 0],
  ]);
  expect(test.row).toEqual({
    step: "case",
    verdict: "refuted",
    what: "token 2 has probability 0 after 0 0",
    sequences: 6,
    // What comes before an impossible token was judged.
    tokens: 2 + 3 + 1 + 1 + 3 + 1,
    evidence: { peak: null, last: null },
    // The first alarm was at the end of the first answer.
    alarm: { sequences: 1, tokens: 3 },
    kind: "support",
    witness: { world: "w", prompt: [0], tokens: [0, 2], text: "a·c", seed: null, run: "run", index: 2 },
  });
});

test.each([
  [[0, 1, 3], "ids", "a·b·3"],
  [[0, 1, -1], "ids", "a·b·-1"],
  [[0.5], "ids", "0.5"],
  [["a"], "ids", '"a"'],
  [[2, 1], "support", "c"],
] as const)("the answer %j is refuted by %s, and shown as %s", async (answer, kind, text) => {
  const { test } = await judged([answer]);
  expect([test.row?.kind, test.row?.witness?.text, test.row?.witness?.index]).toEqual([kind, text, 0]);
});

test("the prompt of a row in a batch is its own, and stops are those of the case", async () => {
  const odd = await judged([
    [0, 1, 0],
    [0, 1],
  ]);
  expect(odd.test.row).toMatchObject({ kind: "length", witness: { prompt: [1, 0], index: 1, seed: 2 } });
  expect((await judged([[0, 1]], {}, { stops: [1] })).test.row).toBeUndefined();
});

describe("an alarm", () => {
  const threshold = Math.log(4);
  const script: Script = { more: { threshold } };
  test("of the e-process settles the case, with the sequence in which it came", async () => {
    const { test, watched } = await judged([[0, 0, 0]], script);
    const came = watched.findIndex(([, , log]) => log >= threshold);
    expect(came).toBeGreaterThan(0);
    expect(came).toBeLessThan(5);
    const { row } = test;
    expect(row).toMatchObject({
      verdict: "refuted",
      kind: "law",
      alarm: { sequences: came + 1, tokens: 3 * (came + 1) },
      witness: { index: came, prompt: prompts[came % 2], tokens: [0, 0, 0], text: "a·a·a", seed: plain.seeds?.[came] },
    });
    // The row is of the moment of the alarm; the answers that follow are judged for what cannot be.
    expect(row?.sequences).toBe(came + 1);
    expect(row?.evidence?.last).toBeCloseTo((watched[came]?.[2] as number) / Math.LN10, 12);
    expect(row?.evidence?.peak).toBeCloseTo((watched[came]?.[2] as number) / Math.LN10, 12);
    const reached = ((watched[came]?.[2] as number) / Math.LN10).toFixed(1);
    const [seen, due] = [3 * (came + 1), (1.5 * (came + 1)).toFixed(1)];
    expect(row?.what).toBe(
      `the e-value reached 10^${reached}; in the state 0:, of ${seen} tokens: a ${seen} times, expected ${due}; b 0 times, expected ${due}`,
    );
  });
  test("gives way to an answer that cannot be, but keeps its place", async () => {
    const answers = [...new Array<number[]>(5).fill([0, 0, 0]), [2, 0, 0]];
    const { test, watched } = await judged(answers, script);
    const came = watched.findIndex(([, , log]) => log >= threshold);
    expect(test.row).toMatchObject({ kind: "support", sequences: 6, alarm: { sequences: came + 1 } });
  });
  test("at the threshold counts", async () => {
    const { watched } = await judged([[0, 0, 0]]);
    const exactly = watched[2]?.[2] as number;
    const { test } = await judged([[0, 0, 0]], { more: { threshold: exactly } });
    expect(test.row?.alarm?.sequences).toBe(3);
  });
});

test("nothing more is sampled once a row stands, or the budget is spent", async () => {
  const refuted = scripted({ answer: () => [9] });
  const test = new CaseTest(refuted.context, at());
  await test.advance([plain, { ...plain, run: "second" }]);
  expect(refuted.runs.map(({ run }) => run)).toEqual(["case/sd/run"]);
  const spent = scripted({ budget: { tokens: 18 } });
  await new CaseTest(spent.context, at()).advance([plain, { ...plain, run: "second" }]);
  expect(spent.runs).toHaveLength(1);
});

test("a refutation stands where the run then ends with an error", async () => {
  const { test, runs } = await judged([[9]], {
    sent: () => 3,
    end: () => ({ kind: "error", received: 3, sample: 3, message: "why", calls: [0, 0] }),
  });
  expect([test.row?.kind, runs.length]).toEqual(["ids", 1]);
});

test("a row that ends a case says what came; only a refutation has an alarm", async () => {
  const { test } = await judged([[0, 0, 0]]);
  const { log, peak } = test.evidence;
  expect(test.end("unknown", "why")).toEqual({
    step: "case",
    verdict: "unknown",
    what: "why",
    sequences: 6,
    tokens: 18,
    evidence: { peak: peak / Math.LN10, last: log / Math.LN10 },
  });
  expect(test.row).toMatchObject({ verdict: "unknown" });
  expect(test.end("refuted", "why", "terminates")).toMatchObject({
    kind: "terminates",
    evidence: { peak: null, last: null },
  });
  expect(test.end("refuted", "why", "law").evidence?.peak).toBeCloseTo(peak / Math.LN10, 12);
});

test("laws are asked for before they are needed", async () => {
  const prepared: string[] = [];
  await judged([[0, 1, 0]], {
    law: {
      prepare: async (contexts) => {
        prepared.push(...contexts.map((context) => context.join("")));
      },
    },
  });
  expect(prepared.slice(0, 6)).toEqual(["0", "00", "001", "10", "100", "1001"]);
  expect(prepared).toHaveLength(18);
});
