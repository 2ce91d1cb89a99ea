import { describe, expect, test } from "vitest";
import { benchTable } from "../../../src/pairs/speed/table.ts";
import { pairOf, benchRowOf as row } from "./rows.ts";

describe("a benchmark for a terminal", () => {
  const plain = row({ algorithm: "autoregressive", speedup: 1, speedupSpread: [1, 1], ceiling: 1, acceptance: 0 });
  const result = pairOf([plain, row(), row({ task: "code", lookahead: 4, temperature: 0, bestLookahead: 3 })]);
  const lines = benchTable([result]).split("\n");
  test("says of which pair, and has a table for each task", () => {
    expect(lines[0]).toBe("T with d: single steps and blocks agree");
    expect(lines.filter((line) => line === "prose" || line === "code")).toEqual(["prose", "code"]);
    expect(lines[1]).toBe("prose");
    expect(lines[2]?.trim().split(/ {2,}/)).toEqual([
      "algorithm",
      "temperature",
      "lookahead",
      "tokens/s",
      "speed-up",
      "quartiles",
      "ceiling",
      "of it",
      "acceptance",
      "tokens/round",
      "best",
      "first ms",
    ]);
  });
  test("has each figure of a row; decoding without a drafter has no lookahead", () => {
    const cells = (start: string): string[] => {
      const line = lines.find((one) => one.trim().startsWith(start)) as string;
      return line.trim().split(/ {2,}/);
    };
    expect(cells("autoregressive")).toEqual([
      "autoregressive",
      "1",
      "-",
      "1000",
      "1.00",
      "1.00–1.00",
      "1.00",
      "100 %",
      "0.00",
      "2.00",
      "-",
      "5.0",
    ]);
    expect(cells("tli")).toEqual([
      "tli",
      "1",
      "2",
      "1000",
      "2.00",
      "1.50–2.50",
      "4.00",
      "50 %",
      "0.50",
      "2.00",
      "1",
      "5.0",
    ]);
    expect(lines.at(-3)?.trim().split(/ {2,}/).slice(0, 3)).toEqual(["tli", "0", "4"]);
  });
  test("says what passes cost, and a bare loop where it was run", () => {
    const costs = "  passes over 1, 3, 5, 6 tokens 2.00, 3.00, 4.00, 4.50 ms, a drafter pass 0.25 ms";
    expect(lines).toContain(`${costs}; a bare loop of passes 1.50 ms a token`);
    const [[task, measured] = ["", undefined]] = Object.entries(result.tasks);
    const without = { ...result, tasks: { [task]: { ...measured, bareMilliseconds: null } } } as typeof result;
    expect(benchTable([without]).split("\n")).toContain(costs);
  });
  test("shows names as they can be printed, pair after pair", () => {
    const text = benchTable([result, { ...result, target: "a\u001bb" }]);
    expect(text).not.toContain("\u001b");
    expect(text.match(/ with d: /g)).toHaveLength(2);
  });
});
