import { describe, expect, test } from "vitest";
import { describeRows } from "../../../src/pairs/model-files/describe-rows.ts";
import {
  decimal,
  MODEL_HELP,
  MODEL_OPTIONS,
  modelChoice,
  whole,
} from "../../../src/pairs/model-files/model-options.ts";
import { promptsByTurns, readTasks } from "../../../src/pairs/model-files/tasks.ts";
import { UsageError } from "../../../src/system/usage.ts";

describe("numbers of options", () => {
  test("whole ones, ends included; none where none is given", () => {
    expect([whole("--n", "2", 2, 5), whole("--n", "5", 2, 5), whole("--n", "007", 2, 9)]).toEqual([2, 5, 7]);
    expect(whole("--n", undefined, 2, 5)).toBeUndefined();
    for (const text of ["1", "6", "", "x", "3.0", "-3", "+3", " 3", "3 ", "0000000003", "1e0"]) {
      expect(() => whole("--n", text, 2, 5)).toThrow(
        new UsageError(`found --n "${text}", expected a whole number from 2 to 5`),
      );
    }
    expect(whole("--n", "123456789", 0, 1e9)).toBe(123456789);
  });
  test("decimal ones, ends included; none where none is given", () => {
    expect(["0.5", "1", "0.75", "000.500000000"].map((text) => decimal("--x", text, 0.5, 1))).toEqual([
      0.5, 1, 0.75, 0.5,
    ]);
    expect(decimal("--x", undefined, 0, 1)).toBeUndefined();
    for (const text of ["0.49", "1.1", "", ".5", "1.", "1,0", "-0.5", "5e-1", "0.5x", "x0.5", "0.0000000001"]) {
      expect(() => decimal("--x", text, 0.5, 1)).toThrow(
        new UsageError(`found --x "${text}", expected a number from 0.5 to 1`),
      );
    }
  });
});

describe("the options of models", () => {
  const given = { target: "T" };
  test("have defaults: the model's own law, one thread", () => {
    expect(modelChoice(given)).toEqual({
      target: "T",
      drafter: "64x1",
      sampling: { temperature: 1, topK: 0, topP: 1, repetitionPenalty: 1 },
      threads: 1,
      exactRows: false,
      notLossless: false,
    });
    expect(modelChoice(given, 0).sampling.temperature).toBe(0);
    expect(modelChoice({}).target).toBe("target");
  });
  test("are read", () => {
    expect(
      modelChoice(
        {
          ...given,
          drafter: "copy",
          temperature: "0",
          "top-k": "40",
          "top-p": "0.9",
          "repetition-penalty": "1.2",
          threads: "4",
          "exact-rows": true,
          "not-lossless": true,
        },
        0.5,
      ),
    ).toEqual({
      target: "T",
      drafter: "copy",
      sampling: { temperature: 0, topK: 40, topP: 0.9, repetitionPenalty: 1.2 },
      threads: 4,
      exactRows: true,
      notLossless: true,
    });
  });
  test.each<[name: string, ends: readonly [string, string], beyond: readonly [string, string]]>([
    ["temperature", ["0", "100"], ["-1", "100.1"]],
    ["top-k", ["1", "1000000"], ["0", "1000001"]],
    ["top-p", ["0.000001", "1"], ["0", "1.01"]],
    ["repetition-penalty", ["0.01", "100"], ["0.009", "101"]],
    ["threads", ["1", "256"], ["0", "257"]],
  ])("--%s has ends", (name, ends, beyond) => {
    for (const text of ends) expect(() => modelChoice({ ...given, [name]: text })).not.toThrow();
    for (const text of beyond)
      expect(() => modelChoice({ ...given, [name]: text })).toThrow(`found --${name} "${text}"`);
  });
  test("are all in the help, and take a value or none", () => {
    for (const [name, { type }] of Object.entries(MODEL_OPTIONS)) {
      expect(MODEL_HELP).toMatch(new RegExp(`^  --${name} ${type === "string" ? "[A-Z]+ " : " "}`, "m"));
    }
    expect(Object.values(MODEL_OPTIONS).filter((option) => "default" in option)).toEqual([
      { type: "boolean", default: false },
      { type: "boolean", default: false },
    ]);
  });
});

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
