import { describe, expect, test } from "vitest";
import { largest, nothingTested, overall, reach } from "../../src/checker/overall.ts";
import { AdapterFailure } from "../../src/checker/process/adapter-failure.ts";
import { Interrupted, OutOfTime, OutOfTokens } from "../../src/checker/process/ends.ts";
import { signatures, suspects } from "../../src/checker/suspects.ts";
import { unstarted } from "../../src/checker/unstarted.ts";
import type { CheckRow } from "../../src/checker/verdict.ts";

const row = (step: string, verdict: CheckRow["verdict"], more: Partial<CheckRow> = {}): CheckRow => ({
  step,
  verdict,
  what: "",
  sequences: 1,
  tokens: 1,
  ...more,
});

describe("the verdict of a whole check", () => {
  const of = (...rows: CheckRow[]) => overall({ rows, counting: ["case"] });
  test.each([
    ["consistent", [row("case", "consistent")]],
    ["consistent", [row("case", "consistent"), row("other", "contract"), row("third", "not applicable")]],
    ["unknown", [row("case", "consistent"), row("other", "unknown")]],
    ["unknown", [row("other", "consistent")]],
    ["unknown", [row("case", "consistent", { tokens: 0 })]],
    ["unknown", [row("case", "not applicable")]],
    ["unknown", []],
    ["broken", [row("case", "consistent"), row("other", "unknown"), row("third", "broken")]],
    ["refuted", [row("case", "broken"), row("other", "refuted"), row("third", "unknown")]],
  ] as const)("%s", (verdict, rows) => {
    expect(of(...rows)).toBe(verdict);
  });
  test("nothing was tested where no token of the algorithm was judged in what counts", () => {
    expect(nothingTested({ rows: [row("case", "refuted")], counting: ["case"] })).toBe(true);
    expect(nothingTested({ rows: [row("case", "consistent")], counting: [] })).toBe(true);
    expect(nothingTested({ rows: [row("case", "consistent")], counting: ["case"] })).toBe(false);
  });
});

describe("what a report says of the cases", () => {
  const rows = [
    row("a", "consistent", { evidence: { peak: 2, last: 1 } }),
    row("b", "consistent", { evidence: { peak: 3.5, last: 1 } }),
    row("c", "not applicable", { sequences: 0, tokens: 0 }),
    row("d", "not reached", { sequences: 0, evidence: { peak: 0, last: 0 } }),
    row("e", "consistent"),
  ];
  test("the largest e-value, at least 1, and none where something impossible was seen", () => {
    expect(largest({ rows })).toBe(3.5);
    expect(largest({ rows: [row("a", "consistent", { evidence: { peak: -2, last: -3 } })] })).toBe(0);
    expect(largest({ rows: [] })).toBe(0);
    expect(largest({ rows: [...rows, row("x", "refuted", { evidence: { peak: null, last: null } })] })).toBeNull();
  });
  test("which were tested, cannot be asked, were not reached", () => {
    const names = Object.fromEntries(
      Object.entries(reach({ rows })).map(([name, of]) => [name, of.map(({ step }) => step)]),
    );
    expect(names).toEqual({ tested: ["a", "b"], beyond: ["c"], unreached: ["d"] });
  });
});

describe("suspects", () => {
  const [known] = signatures();
  test("are all faults of the zoo that are first seen at the same step and of the same kind", () => {
    const { step, kind } = known as { step: string; kind: string };
    const found = suspects({ rows: [row(step, "refuted", { kind: kind as never })], refuted: [step] });
    const alike = signatures().filter((one) => one.step === step && one.kind === kind);
    expect(found).toEqual(alike.map(({ fault }) => fault));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(signatures().length);
    expect(suspects({ rows: [row(step, "refuted", { kind: "length" as never })], refuted: [step] })).not.toEqual(found);
  });
  test("are looked for by what was refuted first, wherever its row stands, and not by a row that was not refuted", () => {
    const { step, kind } = known as { step: string; kind: string };
    const found = row(step, "refuted", { kind: kind as never });
    const alone = suspects({ rows: [found], refuted: [step] });
    expect(suspects({ rows: [row("other", "refuted"), found], refuted: [step, "other"] })).toEqual(alone);
    expect(suspects({ rows: [row("other", "consistent"), found], refuted: [step] })).toEqual(alone);
    expect(suspects({ rows: [{ ...found, verdict: "consistent" }], refuted: [step] })).toEqual([]);
  });
  test("are told of the first refutation only", () => {
    const { step, kind } = known as { step: string; kind: string };
    const rows = [row("other", "refuted"), row(step, "refuted", { kind: kind as never })];
    expect(suspects({ rows, refuted: ["other", step] })).toEqual([]);
    expect(suspects({ rows: [row(step, "consistent")], refuted: [step] })).toEqual([]);
    expect(suspects({ rows, refuted: [] })).toEqual([]);
  });
});

test("a check whose adapter never said hello has one row, and says nothing of the law", () => {
  const result = unstarted("tli", 3, { verdict: "broken", what: "no hello" }, undefined, ["last words"]);
  expect(result).toEqual({
    hello: undefined,
    algorithm: "tli",
    seed: 3,
    alpha: 1e-6,
    threshold: 6,
    rows: [{ step: "adapter", verdict: "broken", what: "no hello", sequences: 0, tokens: 0 }],
    counting: [],
    refuted: [],
    end: undefined,
    paths: new Map(),
    sequences: 0,
    tokens: 0,
    seconds: 0,
    starts: 1,
    passes: { target: 0, drafter: 0, tokens: 0 },
    errors: ["last words"],
  });
  expect(overall(result)).toBe("broken");
});

test("ends have names and words", () => {
  expect([new OutOfTime(), new OutOfTokens(), new Interrupted()].map(String)).toEqual([
    "OutOfTime: the budget of time is used up",
    "OutOfTokens: the budget of tokens is used up",
    "Interrupted: interrupted",
  ]);
  expect(new AdapterFailure("it left")).toMatchObject({ name: "AdapterFailure", message: "it left", errors: [] });
  expect(new AdapterFailure("it left", ["why"]).errors).toEqual(["why"]);
});
