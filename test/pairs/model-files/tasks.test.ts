import { describe, expect, test } from "vitest";
import { describeRows } from "../../../src/pairs/model-files/describe-rows.ts";
import { promptsByTurns, readTasks } from "../../../src/pairs/model-files/tasks.ts";
import { UsageError } from "../../../src/system/usage.ts";

describe("what single rows and blocks mean", () => {
  const probe = { rows: 30, content: 0, differing: 0, shape: 0, likeliest: 0 };
  test("in one line each", () => {
    expect(describeRows(probe, true)).toBe(
      "single steps and blocks give the target the same bits, in all 30 rows compared",
    );
    expect(describeRows({ ...probe, differing: 3, shape: 0.0123, likeliest: 1 }, true)).toBe(
      "single steps and blocks differ in 3 of 30 rows compared: total variation at most 1.2e-2 a token there, 1 other likeliest tokens; over n tokens at most n times that, if no row is worse. --exact-rows avoids it",
    );
    expect(describeRows({ ...probe, content: 0.25, differing: 3 }, false)).toBe(
      "NOT LOSSLESS: a row's law depends on later tokens of its pass, total variation up to 2.5e-1",
    );
    expect(describeRows(probe, false)).toContain("NOT LOSSLESS");
  });
});

describe("the tasks that ship", () => {
  const all = readTasks();
  test("are all of them, or those that are named, in the order of the names", () => {
    expect(Object.keys(all)).toEqual(["prose", "repetitive", "questions", "code", "japanese"]);
    expect(Object.keys(readTasks("code,prose"))).toEqual(["code", "prose"]);
    expect(readTasks("code")).toEqual({ code: all.code });
    for (const prompts of Object.values(all)) expect(prompts.length).toBeGreaterThan(1);
  });
  test.each(["poetry", "", "prose,", "toString", "__proto__"])("%j is no list of them", (names) => {
    const wrong = names.split(",").at(-1);
    expect(() => readTasks(names)).toThrow(
      new UsageError(`found the task "${wrong}", expected some of prose,repetitive,questions,code,japanese`),
    );
  });
  test("give their prompts by turns", () => {
    const tasks = { a: ["a1", "a2", "a3"], b: ["b1"], c: ["c1", "c2"] };
    const names = (count: number): string[] => promptsByTurns(tasks, count).map(({ name }) => name);
    expect(names(6)).toEqual(["a 1", "b 1", "c 1", "a 2", "c 2", "a 3"]);
    expect(names(4)).toEqual(["a 1", "b 1", "c 1", "a 2"]);
    expect(names(0)).toEqual([]);
    expect(promptsByTurns(tasks, 2).map(({ prompt }) => prompt)).toEqual(["a1", "b1"]);
    expect(() => names(7)).toThrow(new UsageError("found a wish for 7 prompts, expected at most 6"));
  });
});
