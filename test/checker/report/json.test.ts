import { describe, expect, test } from "vitest";
import type { CheckResult } from "../../../src/checker/check-algorithm.ts";
import { jsonReport, printableJson } from "../../../src/checker/report/json.ts";
import { printed } from "../../../src/checker/report/printed.ts";
import { again, alike, isFirst, quoted, summary, textReport } from "../../../src/checker/report/text.ts";
import type { CheckRow } from "../../../src/checker/verdict.ts";

const row = (step: string, verdict: CheckRow["verdict"], more: Partial<CheckRow> = {}): CheckRow => ({
  step,
  verdict,
  what: `what ${step} found`,
  sequences: 3,
  tokens: 30,
  ...more,
});
const result = (more: Partial<CheckResult> = {}): CheckResult => ({
  hello: { name: "mine", version: "2", dtype: "float32" } as CheckResult["hello"],
  algorithm: "sd",
  seed: 4,
  alpha: 1e-6,
  threshold: 8.25,
  rows: [row("one", "consistent", { evidence: { peak: 1.25, last: 1 } })],
  counting: ["one"],
  refuted: [],
  end: undefined,
  paths: new Map(),
  sequences: 1234,
  tokens: 12_345,
  seconds: 1.25,
  starts: 2,
  passes: { target: 10, drafter: 20, tokens: 40 },
  errors: [],
  ...more,
});
const repeat = "lossless check --seed 4 mine.py";
const frame = { repeat, suspects: ["a-fault"] };

describe("a result for scripts", () => {
  test("has all that was found", () => {
    expect(jsonReport(result(), frame)).toEqual({
      algorithm: "sd",
      verdict: "consistent",
      tier: "statistics",
      adapter: { name: "mine", version: "2", dtype: "float32" },
      seed: 4,
      alpha: 1e-6,
      threshold: 8.25,
      largest: 1.25,
      sequences: 1234,
      tokens: 12_345,
      seconds: 1.25,
      processes: 2,
      passes: { target: 10, drafter: 20, tokens: 40 },
      refuted: [],
      suspects: ["a-fault"],
      end: null,
      errors: [],
      repeat,
      rows: [row("one", "consistent", { evidence: { peak: 1.25, last: 1 } })],
    });
  });
  test("says of each refuted row how to see it again, and of a check without evidence why", () => {
    const rows = [row("a b", "refuted"), row("two", "broken")];
    expect(jsonReport(result({ rows, refuted: ["a b"], end: "budget", errors: ["x"] }), frame)).toMatchObject({
      verdict: "refuted",
      refuted: ["a b"],
      end: "budget",
      errors: ["x"],
      rows: [{ ...rows[0], repeat: "lossless check --only 'a b' --seed 4 mine.py" }, rows[1]],
    });
    const nothing = jsonReport(result({ rows: [], hello: undefined }), frame);
    expect(nothing).toMatchObject({
      verdict: "unknown",
      why: "nothing was tested: no token of sd was judged in a case that was asked for",
      adapter: null,
      largest: 0,
    });
    expect(jsonReport(result({ rows: [row("x", "broken")] }), frame)).not.toHaveProperty("why");
  });
  test("is written with two spaces, and each sign that a terminal obeys as its code", () => {
    expect(printableJson({ a: ["\u007f", "\u009f", "\u00ad", "é"] })).toBe(
      '{\n  "a": [\n    "\\u007f",\n    "\\u009f",\n    "\\u00ad",\n    "é"\n  ]\n}',
    );
    expect(printableJson("\u{e0001}")).toBe('"\\udb40\\udc01"');
  });
});

test("what is printed is shown in every text, key of a map and list, and all else stays", () => {
  const evil = "\u001b[2J";
  const paths = new Map([[evil, [[1, 2]] as const]]);
  const { result: shown, frame: framed } = printed({
    result: result({ algorithm: evil, paths, errors: [evil], rows: [row(evil, "unknown")] }),
    frame: { repeat: evil, suspects: [evil] },
  });
  const safe = "\\u{1b}[2J";
  expect(shown).toEqual(
    result({
      algorithm: safe,
      paths: new Map([[safe, [[1, 2]] as const]]),
      errors: [safe],
      rows: [row(evil, "unknown", { step: safe, what: `what ${safe} found` })],
    }),
  );
  expect(framed).toEqual({ repeat: safe, suspects: [safe] });
});

describe("a result for a terminal", () => {
  const first =
    "tier statistics · sd as driven by adapter mine 2 · 1 cases, 12,345 tokens in 1,234 sequences, 2 processes, 1.3 s";
  const level = "level 0.000001 for all of it: a case alarms at an e-value of 10^8.3 · largest e-value ";
  const passes = "passes a token, as the adapter counts them: target 0.25, drafter 0.50";
  test("sums up", () => {
    expect(summary(result())).toEqual([first, `${level}10^1.3`, passes]);
    expect(textReport(result(), frame)).toBe(
      `sd: consistent\n  ${first}\n  ${level}10^1.3\n  ${passes}\n  repeat: ${repeat}`,
    );
  });
  test("without an adapter, a version, passes or a finite e-value it says so", () => {
    const none = { target: 0, drafter: 0, tokens: 0 };
    expect(summary(result({ hello: undefined, passes: none }))[0]).toContain("as driven by no adapter · 1 cases");
    expect(summary(result({ passes: none }))).toHaveLength(2);
    const unnamed = { name: "mine", version: "" } as CheckResult["hello"];
    expect(summary(result({ hello: unnamed }))[0]).toContain("by adapter mine · 1 cases");
    const impossible = [row("one", "refuted", { evidence: { peak: null, last: null } })];
    expect(summary(result({ rows: impossible }))[1]).toBe(`${level}infinite (something impossible was seen)`);
  });
  test("passes that are as many as tokens have saved none", () => {
    const line = (target: number) => summary(result({ passes: { target, drafter: 0, tokens: 40 } }))[2];
    expect(line(39)).toBe("passes a token, as the adapter counts them: target 0.97, drafter 0.00");
    expect(line(40)).toBe("passes a token, as the adapter counts them: target 1.00, drafter 0.00: no pass was saved");
  });
  test("names once what was not looked at, and what was not reached", () => {
    const rows = [...result().rows, row("x", "not applicable"), row("y", "not applicable"), row("x", "not applicable")];
    expect(summary(result({ rows })).at(-1)).toBe("not looked at: x, y");
    const cut = [...rows, row("z", "not reached"), row("w", "not reached")];
    expect(summary(result({ rows: cut })).at(-1)).toBe("not reached within the budget: z, w");
    expect(summary(result({ rows: cut, end: "budget" })).at(-1)).toBe("not reached within the budget: z, w");
    for (const [end, what] of [
      ["refutation", "a refutation"],
      ["broken adapter", "the broken adapter"],
      ["interruption", "an interruption"],
    ] as const)
      expect(summary(result({ rows: cut, end })).at(-1)).toBe(
        `2 steps and cases were not reached, since ${what} ended the check`,
      );
  });
  test("tells each row that is neither consistent nor out of reach, with its witness and how to see it again", () => {
    const found = { world: "w", prompt: [1, 2], tokens: [3], text: "c", seed: 7, run: "r", index: 4 };
    const rows = [
      row("one", "refuted", { kind: "law", witness: found }),
      row("two", "refuted", { witness: { ...found, seed: null } }),
      row("three", "contract"),
      row("four", "consistent"),
      row("five", "not applicable"),
      row("six", "not reached"),
    ];
    const text = textReport(result({ rows, refuted: ["one", "two"], errors: ["last", "words"] }), frame);
    expect(text.split("\n").slice(0, 11)).toEqual([
      "sd: refuted",
      "  refuted (law) in one: what one found",
      "    witness: after the prompt [1,2] the answer c (sequence 4 of r, seed 7)",
      "    see it again: lossless check --only one --seed 4 mine.py",
      "    known faults that are first seen like this: a-fault",
      "  refuted in two: what two found",
      "    witness: after the prompt [1,2] the answer c (sequence 4 of r, unseeded)",
      "    see it again: lossless check --only two --seed 4 mine.py",
      "  contract in three: what three found",
      "  it last wrote to its standard error:",
      "    last",
    ]);
    const alone = textReport(result({ rows: [row("one", "refuted")], refuted: ["one"] }), { repeat, suspects: [] });
    expect(alone).not.toMatch(/witness|known faults|standard error/);
    expect(alone.split("\n").slice(0, 4)).toEqual([
      "sd: refuted",
      "  refuted in one: what one found",
      "    see it again: lossless check --only one --seed 4 mine.py",
      `  ${first.replace("1 cases", "0 cases")}`,
    ]);
  });
});

test("of many suspects eight are named", () => {
  const names = Array.from({ length: 9 }, (_, at) => `f${at}`);
  expect(alike(names.slice(0, 8))).toBe("known faults that are first seen like this: f0, f1, f2, f3, f4, f5, f6, f7");
  expect(alike(names)).toBe("9 known faults are first seen like this, among them f0, f1, f2, f3, f4, f5, f6, f7");
});

test("only the first refutation is the first", () => {
  const twice = result({ refuted: ["one", "two"] });
  expect([isFirst(twice, row("one", "refuted")), isFirst(twice, row("two", "refuted"))]).toEqual([true, false]);
});

test("words that a shell would take apart are quoted", () => {
  expect(["a-b_c", "x=1", "a b", "it's", "", "$x", "a\nb"].map(quoted)).toEqual([
    "a-b_c",
    "x=1",
    "'a b'",
    "'it'\\''s'",
    "''",
    "'$x'",
    "'a\nb'",
  ]);
  expect(again("lossless check --seed 1 x", row("a;b", "refuted"))).toBe("lossless check --only 'a;b' --seed 1 x");
});
