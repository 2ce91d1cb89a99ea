import { describe, expect, test } from "vitest";
import { makeCase } from "../../../src/checker/plan/case.ts";
import { OutOfTokens } from "../../../src/checker/process/ends.ts";
import { answers, ExactCheck } from "../../../src/checker/steps/exact.ts";
import { worldFile } from "../whole/world.ts";
import { type Script, scripted } from "./scripted.ts";

const setting = { lookahead: 3, budgets: [4] };
const sampling = { run: "run", count: 3 };

const asked = async (script: Script = {}, more: object = {}) => {
  const all = scripted(script);
  const check = new ExactCheck(all.context, "step");
  return { ...all, check, got: await check.ask({ ...setting, ...more }, sampling) };
};

describe("what is asked", () => {
  test("goes to the first world that the adapter takes, and is counted", async () => {
    const { got, runs, check } = await asked();
    expect([got?.at.name, got?.error]).toEqual(["exact", undefined]);
    expect(runs).toMatchObject([
      { world: "exact", algorithm: "sd", count: 3, budget: 4, lookahead: 3, prompts: [[0]] },
    ]);
    expect([check.sequences, check.tokens]).toEqual([3, 12]);
    expect(check.row("consistent", "all right")).toEqual({
      step: "step",
      verdict: "consistent",
      what: "all right",
      sequences: 3,
      tokens: 12,
    });
    expect(check.row("refuted", "not", "batch")).toMatchObject({ kind: "batch" });
  });
  test("may name another algorithm; a world without budgets gives one token", async () => {
    const all = scripted();
    const check = new ExactCheck(all.context, "step");
    await check.ask({ budgets: [] }, { ...sampling, algorithm: "autoregressive" });
    expect(all.runs).toMatchObject([{ algorithm: "autoregressive", budget: 1 }]);
  });
  test("goes to the second where the first is refused, out of reach, or neither", async () => {
    const second = await asked({ load: (name) => (name === "exact" ? "one vocabulary" : undefined) });
    expect([second.got?.at.name, second.runs.length]).toEqual(["exact-two", 1]);
    const far = await asked({ hello: { maxLookahead: 2 } });
    expect([far.got, far.loads]).toEqual([undefined, []]);
    const none = await asked({ load: () => "no" });
    expect([none.got, none.runs, none.check.sequences]).toEqual([undefined, [], 0]);
  });
  test("answers that are missing for want of budget are no answers; those that an error ended are", async () => {
    await expect(asked({ budget: { tokens: 11 } })).rejects.toThrow(OutOfTokens);
    expect((await asked({ budget: { tokens: 12 } })).got?.sequences).toHaveLength(3);
    const { got } = await asked({
      sent: () => 2,
      end: () => ({ kind: "error", received: 2, sample: 2, message: "why", calls: [0, 0] }),
    });
    expect([got?.sequences.length, got?.error]).toEqual([2, "why"]);
  });
});

describe("an answer that breaks a rule", () => {
  const found = async (answer: readonly unknown[], more: object = {}, script: Script = {}) => {
    const { check, got } = await asked({ answer: (_, index) => (index < 1 ? [3, 3, 3, 3] : answer), ...script }, more);
    return got === undefined ? undefined : check.broken(got);
  };
  test("is told by its kind and place", async () => {
    expect(await found([3, 3, 3, 3])).toBeUndefined();
    expect(await found([3, 3])).toEqual({
      kind: "length",
      what: "2 tokens where 4 were asked, and no stop token (exact, lookahead 3, budget 4, stops []; answer 3 3)",
    });
    expect(await found([9])).toMatchObject({ kind: "ids" });
    expect(await found([1, 0, 0, 0], { stops: [1] })).toMatchObject({
      kind: "stop",
      what: "3 token(s) after the stop token (exact, lookahead 3, budget 4, stops [1]; answer 1 0 0 0)",
    });
    expect(await found([0, 1], { stops: [1], lookahead: 1 })).toBeUndefined();
  });
  test("a token that cannot be is not greedy at temperature 0 and has no support elsewhere", async () => {
    const wrong = await found([0, 0, 0, 0], { temperature: 0 }, { answer: () => [0, 0, 0, 0] });
    expect(wrong?.kind).toBe("greedy");
    const file = worldFile("small", { a: "1", b: "0" });
    const more = { exactCases: () => [makeCase("small", file, 0, setting)] };
    expect((await found([0, 1, 0, 0], {}, { more, answer: () => [0, 1, 0, 0] }))?.kind).toBe("support");
  });
  test("rows of a batch have prompts of their own", async () => {
    const seen: string[] = [];
    await found(
      [3, 3, 3, 3],
      { prompts: [[0], [1, 2]] },
      {
        budget: { tokens: 16 },
        sent: ({ count }) => count,
        law: {
          prepare: async (contexts) => {
            seen.push(...contexts.filter(({ length }) => length <= 2).map((at) => at.join("")));
          },
        },
      },
    );
    expect(seen).toEqual(["0", "03", "12", "0", "03"]);
  });
});

test("answers as text", async () => {
  const at = makeCase("w", worldFile("w"), 0);
  const sequences = [
    { index: 0, tokens: [1, 2] },
    { index: 1, tokens: [] },
    { index: 2, tokens: ["x"] },
  ];
  expect(answers({ at, sequences, error: undefined })).toEqual(["1 2", "", "x"]);
});
