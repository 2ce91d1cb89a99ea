import { describe, expect, test } from "vitest";
import { MODEL_OPTIONS, modelChoice } from "../../src/cli/model-options.ts";
import { command, parse } from "../../src/cli/table/command.ts";

const table = command({
  ...{ name: "x", usage: [""], summary: "", about: "", words: false, examples: [] },
  options: MODEL_OPTIONS,
});

const chosen = (...args: string[]) => {
  const parsed = parse(table, args);
  if (parsed === "help") throw new Error("help");
  return modelChoice(parsed.values);
};

describe("the options of models", () => {
  test("have defaults: the model's own law, one thread", () => {
    expect(chosen("--target", "T")).toEqual({
      target: "T",
      drafter: "64x1",
      sampling: { temperature: 1, topK: 0, topP: 1, repetitionPenalty: 1 },
      threads: 1,
      exactRows: false,
      notLossless: false,
    });
    expect(chosen().target).toBe("target");
  });
  test("are read", () => {
    const models = ["--target", "T", "--drafter", "copy", "--threads", "4", "--exact-rows", "--not-lossless"];
    const sampling = ["--temperature", "0", "--top-k", "40", "--top-p", "0.9", "--repetition-penalty", "1.2"];
    expect(chosen(...models, ...sampling)).toEqual({
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
    for (const text of ends) expect(() => chosen(`--${name}=${text}`)).not.toThrow();
    for (const text of beyond) expect(() => chosen(`--${name}=${text}`)).toThrow(`found --${name} "${text}"`);
  });
});
