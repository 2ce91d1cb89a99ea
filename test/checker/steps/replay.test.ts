import { describe, expect, test } from "vitest";
import { OutOfTokens } from "../../../src/checker/process/ends.ts";
import { replay } from "../../../src/checker/steps/replay.ts";
import { caseIn } from "../whole/world.ts";
import { type Script, scripted } from "./scripted.ts";

/** The n-th of many answers of 64 tokens below 4. */
const answer = (n: number, length = 64): number[] => Array.from({ length }, (_, at) => (n >> (2 * at)) & 3);

const replayed = async (script: Script = {}) => {
  const all = scripted({ answer: (_, index) => answer(index), ...script });
  const { verdict, kind, what, sequences, tokens } = await replay(all.context);
  return { ...all, row: [verdict, kind, what], spent: [sequences, tokens] };
};

describe("64 answers of 64 tokens", () => {
  test("all different are consistent; batches of four have the same prompt four times", async () => {
    const { row, runs, spent } = await replayed();
    expect(row).toEqual(["consistent", undefined, "64 answers of 64 tokens, all different"]);
    expect(runs).toMatchObject([{ world: "replay", count: 64, budget: 64, prompts: [[0], [0], [0], [0]] }]);
    expect(runs[0]?.run).toBe("replay/sd/replay check");
    expect(spent).toEqual([64, 4096]);
  });
  test.each([
    [4, 4],
    [3, 1],
    [1, 1],
  ])("batches of %i: %i prompts", async (maxBatch, rows) => {
    expect((await replayed({ hello: { maxBatch } })).runs[0]?.prompts).toHaveLength(rows);
  });
  test.each([
    [(at: number) => Math.min(at, 62), "answers repeated", "1 of 64 answers repeat another one"],
    [(at: number) => at % 32, "answers repeated", "32 of 64 answers repeat another one"],
    [(at: number) => Number(at === 63), "answers repeated", "62 of 64 answers repeat another one"],
    [() => 5, "not random", "every seed gives the same answer"],
  ])("that repeat are refuted: %#", async (of, kind, what) => {
    expect((await replayed({ answer: (_, index) => answer(of(index)) })).row).toEqual(["refuted", kind, what]);
  });
  test("of which some are too short: those are not compared", async () => {
    const short = (whole: number): Script => ({ answer: (_, at) => (at < whole ? answer(at) : answer(0, 63)) });
    expect((await replayed(short(2))).row).toEqual(["consistent", undefined, "2 answers of 64 tokens, all different"]);
    expect((await replayed(short(1))).row).toEqual([
      "not applicable",
      undefined,
      "answers are too short to tell whether they repeat",
    ]);
    expect((await replayed(short(0))).row[0]).toBe("not applicable");
  });
});

describe("worlds", () => {
  test("the second is asked where the first is refused or gives nothing", async () => {
    const refused = await replayed({ load: (name) => (name === "replay" ? "one vocabulary" : undefined) });
    expect([refused.row[0], refused.runs.map(({ world }) => world)]).toEqual(["consistent", ["replay-two"]]);
    const nothing = await replayed({
      sent: ({ world }) => (world === "replay" ? 0 : 64),
      end: ({ world }) =>
        world === "replay" ? { kind: "error", received: 0, sample: 0, message: "why", calls: [0, 0] } : undefined,
    });
    expect([nothing.row[0], nothing.runs.length]).toEqual(["consistent", 2]);
    const none = await replayed({ load: () => "no" });
    expect(none.row).toEqual(["not applicable", undefined, "the adapter refuses the worlds of this check"]);
  });
  test("an error after some answers leaves these to be judged", async () => {
    const end: Script["end"] = (_, received) => ({ kind: "error", received, sample: 3, message: "why", calls: [0, 0] });
    const { row, runs } = await replayed({ sent: () => 3, end });
    expect([row[2], runs.length]).toEqual(["3 answers of 64 tokens, all different", 1]);
    expect((await replayed({ sent: () => 1, end })).row[0]).toBe("not applicable");
  });
  test("want of budget is no verdict", async () => {
    await expect(replayed({ budget: { tokens: 64 }, hello: { maxBatch: 1 } })).rejects.toThrow(OutOfTokens);
    const two = await replayed({ budget: { tokens: 128 }, hello: { maxBatch: 1 } });
    expect(two.row[2]).toBe("2 answers of 64 tokens, all different");
  });
});

describe("models that may be sure of themselves", () => {
  const sure = (p: number, script: Script = {}): Promise<{ row: unknown[]; spent: unknown[] }> =>
    replayed({
      hello: { tables: false },
      more: { exactCases: (setting) => [{ ...caseIn("model"), ...setting }] },
      law: { after: () => [p, (1 - p) / 2, (1 - p) / 2] },
      answer: () => answer(0),
      ...script,
    });
  test("a likely answer may come again", async () => {
    expect((await sure(1)).row).toEqual(["not applicable", undefined, "answers repeat, as likely ones may: 4.1e+3"]);
  });
  test("the limit is a chance of 10^-20, 4096 pairs of answers of 64 tokens", async () => {
    const at = (chance: number) => (chance / 4096) ** (1 / 64);
    expect((await sure(at(1.01e-20))).row[0]).toBe("not applicable");
    expect((await sure(at(0.99e-20))).row.slice(0, 2)).toEqual(["refuted", "not random"]);
  });
  test("one that cannot be has no chance, even if the rest is sure", async () => {
    const odd = Array.from({ length: 64 }, (_, at) => (at === 63 ? 7 : 0));
    expect((await sure(1, { answer: () => odd })).row[0]).toBe("refuted");
    const never = Array.from({ length: 64 }, (_, at) => (at === 63 ? 1 : 0));
    expect((await sure(1, { answer: () => never })).row[0]).toBe("refuted");
  });
  test("it is the repeated answer whose chance counts", async () => {
    const likely: Script = { answer: (_, at) => (at < 2 ? answer(0) : answer(at)) };
    expect((await sure(0.9, likely)).row[0]).toBe("not applicable");
    const rare: Script = { answer: (_, at) => (at > 61 ? answer(0x5555_5555) : answer(at + 1)) };
    expect((await sure(0.9, rare)).row[0]).toBe("refuted");
  });
});
