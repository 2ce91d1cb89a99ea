import { describe, expect, test } from "vitest";
import { makeCase } from "../../../src/checker/plan/case.ts";
import { AdapterFailure } from "../../../src/checker/process/adapter-failure.ts";
import { OutOfTime } from "../../../src/checker/process/ends.ts";
import type { RunRequest } from "../../../src/checker/protocol/messages.ts";
import { CaseTest } from "../../../src/checker/steps/case-test.ts";
import type { Sampling } from "../../../src/checker/steps/sample.ts";
import { caseIn, worldFile } from "../whole/world.ts";
import { type Script, scripted } from "./scripted.ts";

const seeds = [11, 12, 13, 14, 15, 16, null, 18];
const sampling = (prompts: number[][] = [[0]]): Sampling => ({
  algorithm: "sd",
  run: "slice",
  count: seeds.length,
  budget: 2,
  prompts,
  seeds,
});

/** Ends with an error before the n-th sequence of the runs that `when` names. */
const failing = (when: (request: RunRequest) => number | undefined): Script => ({
  sent: when,
  end: (request, received) =>
    when(request) === undefined
      ? undefined
      : { kind: "error", received, sample: received, message: "no memory", calls: [0, 0] },
});

const examined = async (script: Script, prompts?: number[][]) => {
  const all = scripted({ cases: [caseIn("w")], ...script });
  const at = makeCase("w", worldFile("w"), 60, prompts === undefined ? {} : { prompts });
  const test = new CaseTest(all.context, at);
  await test.advance([sampling(prompts)]);
  const { verdict, kind, what } = test.row ?? {};
  return { ...all, row: [verdict, kind, what], asked: all.runs.map(({ run, seed }) => [run.slice(5), seed]) };
};

describe("an error in a run", () => {
  test("that comes again for the same seed in a fresh process refutes", async () => {
    const { row, asked, processes } = await examined(
      failing(({ run, seed }) => (/slice$/.test(run) ? 3 : seed[0] === 14 ? 0 : undefined)),
    );
    expect(row).toEqual(["refuted", "terminates", "sequence 3 of slice fails whenever it is asked for: no memory"]);
    expect(asked).toEqual([
      ["slice", seeds],
      ["slice-again", [14]],
    ]);
    expect(processes).toEqual(["gauntlet 0", "slice-again"]);
  });
  test("that does not come again is unknown", async () => {
    const { row } = await examined(failing(({ run }) => (/slice$/.test(run) ? 3 : undefined)));
    expect(row).toEqual(["unknown", undefined, "an error that did not come again: no memory"]);
  });
  test("where no answer ever came says nothing of the law; where another seed has one, it does", async () => {
    const never = await examined(failing(() => 0));
    expect(never.row).toEqual(["unknown", undefined, "the engine gives no answer in this world: no memory"]);
    expect(never.asked.slice(1)).toEqual([
      ["slice-again", [11]],
      ["other-seed", [1_000_014]],
    ]);
    expect(never.processes).toEqual(["gauntlet 0", "slice-again", "other-seed"]);
    const first = await examined(failing(({ run }) => (/other-seed$/.test(run) ? undefined : 0)));
    expect(first.row[0]).toBe("refuted");
  });
  test("other seeds are asked for only where nothing came", async () => {
    expect((await examined(failing(() => 1))).asked).toHaveLength(2);
  });
  test("in a batch: the whole batch is asked for again", async () => {
    const { asked } = await examined(
      failing(({ run }) => (/slice$/.test(run) ? 5 : 0)),
      [[0], [1]],
    );
    expect(asked[1]).toEqual(["slice-again", [15, 16]]);
    const none = await examined(
      failing(() => 0),
      [[0], [1]],
    );
    expect(none.asked[2]).toEqual(["other-seed", [1_000_014, 1_000_015]]);
  });
  test("where seeds govern runs: all that came before is asked for as well", async () => {
    const { asked } = await examined({ ...failing(() => 3), hello: { seeds: "run" } });
    expect(asked[1]).toEqual(["slice-again", [11, 12, 13, 14]]);
  });
  test("a seed that was not set stays so, and a large one stays below 2^53", async () => {
    const large = [2 ** 53 - 1, null];
    const all = scripted({ cases: [caseIn("w")], ...failing(() => 0) });
    const test = new CaseTest(all.context, makeCase("w", worldFile("w"), 60, { prompts: [[0], [1]] }));
    await test.advance([{ ...sampling([[0], [1]]), count: 2, seeds: large }]);
    expect(all.runs[2]?.seed).toEqual([1_000_002, null]);
  });
});

test("a process that ends with it counts as the same error; what else ends it is handed on", async () => {
  const then = (error: Error): Script => ({
    ...failing(() => 3),
    sent: ({ run }) => {
      if (/again/.test(run)) throw error;
      return 3;
    },
  });
  expect((await examined(then(new AdapterFailure("gone")))).row[0]).toBe("refuted");
  await expect(examined(then(new OutOfTime()))).rejects.toThrow("the budget of time is used up");
});

test("a refusal in the second process is no error", async () => {
  const { row } = await examined({
    sent: () => 3,
    end: ({ run }, received) =>
      /again/.test(run)
        ? { kind: "refused", received, message: "no", calls: [0, 0] }
        : { kind: "error", received, sample: received, message: "no memory", calls: [0, 0] },
  });
  expect(row[0]).toBe("unknown");
});

test("a refusal is a legal answer, and answers that are missing may be anything", async () => {
  const refused = await examined({
    end: (_, received) => ({ kind: "refused", received, message: "too long", calls: [0, 0] }),
  });
  expect(refused.row).toEqual(["not applicable", undefined, "the adapter refuses: too long"]);
  const short = await examined({ sent: () => 5 });
  expect(short.row).toEqual([
    "unknown",
    undefined,
    "5 sequences came and 5 were announced, 8 were asked for; what is missing may be anything",
  ]);
  expect([refused.asked.length, short.asked.length]).toEqual([1, 1]);
});
