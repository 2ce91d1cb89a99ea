import { describe, expect, test } from "vitest";
import type { AnyAdapter } from "../../../src/checker/process/bench.ts";
import { openScoredModel } from "../../../src/checker/steps/scored-model.ts";
import { scoredSubject } from "../../../src/checker/steps/subject.ts";
import { type Script, scripted } from "./scripted.ts";

type Score = (contexts: readonly (readonly number[])[]) => readonly (readonly number[])[];
const plain: Score = (contexts) => contexts.map(() => [2, 1, 0]);

/** An adapter whose `score` sees all contexts of a question at once. */
const opened = async (score: Score, script: Script = {}) => {
  const all = scripted(script);
  const asked: string[][] = [];
  const right = await all.context.bench.adapter();
  const adapter: AnyAdapter = {
    ...right,
    score: async (world, side, contexts) => {
      asked.push([`${world} ${side}`, ...contexts.map((context) => context.join(""))]);
      return score(contexts).map((row) => [...row]);
    },
  };
  const bench = { adapter: async () => adapter } as typeof all.context.bench;
  const { row, model } = await openScoredModel(bench, all.context.hello);
  return { ...all, asked, row, model, bench, told: `${row.verdict}: ${row.what}` };
};

test("asks for twenty contexts, all at once and one by one", async () => {
  const { asked, row, model, loads } = await opened(plain);
  expect(asked[0]).toEqual(["model target", "0"]);
  const all = ["0", "01", "020", "0012", "01201", "0", "00", "012", "0201", "00120", "0", "02", "001", "0120", "02012"];
  expect(asked[1]?.slice(1, 16)).toEqual(all);
  expect(asked[1]).toHaveLength(21);
  expect(asked.slice(2)).toEqual((asked[1] as string[]).slice(1).map((context) => ["model target", context]));
  expect(row).toEqual({
    step: "score self-test",
    verdict: "consistent",
    what: "score says the same alone and beside others, up to 0.0e+0: its law of 3 tokens is tested",
    sequences: 0,
    tokens: 0,
  });
  expect(model).toMatchObject({ tokens: 3, rounding: 0, world: "model" });
  expect(new Set(loads)).toEqual(new Set(["model"]));
});

test("says why nothing is judged", async () => {
  expect((await opened(plain, { hello: { score: false } })).told).toBe(
    "not applicable: no law was judged: the models are no tables, and the adapter does not answer score",
  );
  expect((await opened(plain, { load: () => "no model" })).told).toBe(
    "not applicable: no law was judged: the adapter refuses: no model",
  );
});

describe("the number of tokens", () => {
  test.each([
    [undefined, 3],
    [2, 2],
    [3, 3],
    [9, 3],
  ])("is that of hello, %s, at most that of the logits: %i", async (vocabulary, tokens) => {
    const { model } = await opened(plain, vocabulary === undefined ? {} : { hello: { vocabulary } });
    expect(model?.tokens).toBe(tokens);
  });
  test.each([
    [[1], "1"],
    [[], "0"],
  ])("below two is broken: %j", async (row, tokens) => {
    const { told, model } = await opened((contexts) => contexts.map(() => row));
    expect([told, model]).toEqual([
      `broken: adapter or stub is wrong: ${tokens} logits after the context 0`,
      undefined,
    ]);
  });
  test("below two where no row comes at all", async () => {
    expect((await opened(() => [])).told).toMatch(/^broken: .* 0 logits/);
  });
});

describe("rounding", () => {
  /** In one context of four tokens, beside others, the second logit is larger. */
  const noisy =
    (by: number): Score =>
    (contexts) =>
      contexts.map((context) => [2, contexts.length > 1 && context.join("") === "0012" ? 1 + by : 1, 0]);
  test("is the largest difference of two answers, and is paid for", async () => {
    const { model, row } = await opened(noisy(5e-4));
    // Of a logit that is moved, its own share of the mass comes back.
    expect(model?.rounding).toBeCloseTo(5e-4 * (1 - Math.exp(1) / (Math.exp(2) + Math.exp(1) + 1)), 6);
    expect(row.what).toMatch(/up to 3\.8e-4: its law of 3 tokens/);
  });
  test.each([
    [1.3e-3, "consistent"],
    [1.36e-3, "unknown"],
    [-1.3e-3, "consistent"],
    [-1.36e-3, "unknown"],
  ])("is at most a thousandth: %f is %s", async (by, verdict) => {
    expect((await opened(noisy(by))).row.verdict).toBe(verdict);
  });
  test("beyond that there is no law", async () => {
    const { told, model } = await opened(noisy(0.1));
    expect(model).toBeUndefined();
    expect(told).toMatch(
      /^unknown: no law was judged, score has none: after 0 0 1 2, alone and beside others, the logits are 7\.\de-2 apart, expected at most 0\.001$/,
    );
  });
  test("nor where logits are missing, or are no numbers", async () => {
    const short: Score = (contexts) => contexts.map(() => (contexts.length > 1 ? [2, 1] : [2, 1, 0]));
    expect((await opened(short)).row.verdict).toBe("unknown");
    const fewer: Score = (contexts) => contexts.slice(0, 19).map(() => [2, 1, 0]);
    expect((await opened(fewer)).row.verdict).toBe("unknown");
    const none: Score = (contexts) => contexts.map(() => [2, contexts.length > 1 ? Number.NaN : 1, 0]);
    expect((await opened(none)).row.verdict).toBe("unknown");
  });
  test("logits that forbid a token are the same in both", async () => {
    const forbid: Score = (contexts) => contexts.map(() => [2, Number.NEGATIVE_INFINITY, 0]);
    expect((await opened(forbid)).row.verdict).toBe("consistent");
  });
});

test("the subject has the cases of models, one law a temperature, and no fresh worlds", async () => {
  const { bench, context } = await opened(plain);
  const { row, subject } = await scoredSubject(bench, context.hello);
  expect(row.verdict).toBe("consistent");
  const [first, , half] = subject?.cases ?? [];
  if (subject === undefined || first === undefined || half === undefined) throw new Error("no subject");
  expect(subject.cases.map(({ name }) => name)).toContain("model-half-temperature");
  expect(subject.lawOf(first)).toBe(subject.lawOf({ ...first, name: "other" }));
  expect(subject.lawOf(half)).not.toBe(subject.lawOf(first));
  const hot = subject.lawOf(first);
  const cold = subject.lawOf(half);
  await Promise.all([hot.prepare?.([[0]]), cold.prepare?.([[0]])]);
  expect(cold.after([0], 1)[0]).toBeGreaterThan(hot.after([0], 1)[0] as number);
  expect(subject.exactCases({ budgets: [7] }).map(({ name, budgets }) => [name, budgets])).toEqual([["model", [7]]]);
  expect(subject.fresh(1)).toEqual([]);
  const none = await scoredSubject(bench, { ...context.hello, score: false });
  expect([none.subject, none.row.verdict]).toEqual([undefined, "not applicable"]);
});
