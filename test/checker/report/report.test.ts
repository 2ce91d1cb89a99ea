import { DOMParser, parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { CheckResult } from "../../../src/checker/check-algorithm.ts";
import { htmlReport } from "../../../src/checker/report/html.ts";
import { printableJson } from "../../../src/checker/report/json.ts";
import { junitReport } from "../../../src/checker/report/junit.ts";
import { textReport } from "../../../src/checker/report/text.ts";

/** What an adapter may send: it must stand in a report as text, or not at all. */
const HOSTILE = '<script>&"\u0001';

const result: CheckResult = {
  hello: undefined,
  algorithm: `slem${HOSTILE}`,
  seed: 1,
  alpha: 1e-6,
  threshold: 8.6,
  rows: [
    { step: "score self-test", verdict: "consistent", what: "12 rows agree", sequences: 0, tokens: 0 },
    {
      step: "mirror",
      verdict: "refuted",
      kind: "law",
      what: `the e-value reached 10^9.1 ${HOSTILE}`,
      sequences: 40,
      tokens: 480,
      evidence: { peak: 9.1, last: 9.1 },
      witness: { world: "mirror", prompt: [1], tokens: [5], text: HOSTILE, seed: 7, run: "r", index: 3 },
    },
    {
      step: "clock",
      verdict: "consistent",
      what: "",
      sequences: 9,
      tokens: 90,
      evidence: { peak: 0.5, last: -1.5 },
    },
    { step: "stop", verdict: "unknown", what: "no time", sequences: 0, tokens: 0 },
    { step: "ids", verdict: "not applicable", what: "no ids", sequences: 0, tokens: 0 },
  ],
  counting: ["mirror", "clock", "stop"],
  refuted: ["mirror"],
  end: undefined,
  paths: new Map([
    ["mirror", Array.from({ length: 1000 }, (_, at) => [at + 1, at / 109.8] as const)],
    [
      "clock",
      [
        [1, 0.5],
        [9, Number.NEGATIVE_INFINITY],
      ],
    ],
  ]),
  sequences: 49,
  tokens: 570,
  seconds: 2.25,
  starts: 1,
  passes: { target: 30, drafter: 90, tokens: 60 },
  errors: [HOSTILE],
};
const frame = { repeat: "lossless check --seed 1 mine.py", suspects: ["stale-target-context"] };

describe("a JUnit file", () => {
  const xml = junitReport([{ result, frame }]);
  const file = new DOMParser().parseFromString(xml, "text/xml");

  test("counts refuted rows as failures, open ones as errors, and skips what does not apply", () => {
    const suite = file.querySelector("testsuite");
    const counts = ["tests", "failures", "errors", "skipped"].map((name) => suite?.getAttribute(name));
    expect(counts).toEqual(["5", "1", "1", "1"]);
    expect(file.querySelectorAll("testcase")).toHaveLength(5);
    expect(file.querySelector("testcase[name=mirror] failure")?.textContent).toContain("--only mirror");
  });
  test("holds what an adapter sends as text, without what XML forbids", () => {
    expect(file.querySelector("script")).toBeNull();
    expect(xml).not.toContain("\u0001");
    expect(xml).toContain('name="slem&lt;script&gt;&amp;&quot;\\u{1}"');
  });
});

describe("a page", async () => {
  const html = await htmlReport([{ result, frame }]);
  const { document } = parseHTML(html);

  test("says what was refuted, its witness, how to see it again, and which known faults look like it", () => {
    const box = document.querySelector(".decision")?.textContent;
    expect(box).toContain("law in mirror: the e-value reached 10^9.1");
    expect(box).toContain("after the prompt [1] the answer <script>");
    expect(box).toContain("lossless check --only mirror --seed 1 mine.py");
    expect(box).toContain("stale-target-context");
  });
  test("draws a path for each case, and says which reached the alarm", () => {
    expect(document.querySelector("figure title")?.textContent).toContain("1 of 2 cases reached the alarm");
    const paths = [...document.querySelectorAll('figure g[aria-label="line"] path')];
    const red = paths.filter(
      (path) => path.getAttribute("stroke-width") === "2" || path.parentElement?.getAttribute("stroke-width") === "2",
    );
    expect([paths.length, red.length]).toEqual([2, 1]);
    expect(html).not.toMatch(/NaN|Infinity/);
    // Of a long path not every point is drawn, but always the last one.
    expect(html).toContain("2 e-processes over at most 1000 sequences, alarm at 10^8.6, largest 10^9.1.");
  });
  test("has a row for each step, and calls nothing proved", () => {
    expect(document.querySelectorAll("tbody tr")).toHaveLength(5);
    expect([...document.querySelectorAll(".verdict")].map(({ textContent }) => textContent)).not.toContain("proved");
  });
  test("marks each row by its verdict: what was not looked at is marked as what is unknown", () => {
    const marks = Object.fromEntries(
      [...document.querySelectorAll("td .verdict")].map((one) => [one.textContent?.trim(), one.getAttribute("class")]),
    );
    expect(Object.keys(marks)).toHaveLength(4);
    expect(new Set(Object.values(marks)).size).toBe(3);
    expect(marks.unknown).toBe(marks["not applicable"]);
  });
  test("runs no script, fetches nothing, and holds what an adapter sends as text", () => {
    expect(document.querySelector("script")).toBeNull();
    expect(html).toContain("script-src 'none'");
    expect(html).not.toMatch(/(src|href)="https?:/);
  });
});

test("the screen has the same finding", () => {
  const text = textReport(result, frame);
  expect(text).toMatch(/^slem.*: refuted\n {2}refuted \(law\) in mirror/);
  expect(text).toContain("see it again: lossless check --only mirror --seed 1 mine.py");
});

test("a file without any result fails", () => {
  const file = new DOMParser().parseFromString(junitReport([]), "text/xml");
  expect(file.querySelector("testsuites")?.getAttribute("errors")).toBe("1");
  expect(file.querySelectorAll("testcase error")).toHaveLength(1);
});

test("what was not reached is skipped in a JUnit file, and named on the screen", () => {
  const row = {
    step: "clock",
    verdict: "not reached" as const,
    what: "not reached within the budget",
    sequences: 0,
    tokens: 0,
  };
  const cut: CheckResult = { ...result, rows: [...result.rows, row], end: "budget" };
  expect(junitReport([{ result: cut, frame }])).toContain('tests="6" failures="1" errors="1" skipped="2"');
  expect(textReport(cut, frame)).toContain("not reached within the budget: clock");
  expect(textReport({ ...cut, end: "interruption" }, frame)).toContain(
    "1 steps and cases were not reached, since an interruption ended the check",
  );
});

test("every text from outside is shown, and none is obeyed", () => {
  const evil = "\u001b[1A\u202e\r";
  const row = { step: evil, verdict: "unknown" as const, what: evil, sequences: 0, tokens: 0 };
  const hello = { name: evil, version: evil } as CheckResult["hello"];
  const bad: CheckResult = { ...result, hello, algorithm: evil, rows: [row], errors: [evil] };
  const text = textReport(bad, { repeat: evil, suspects: [evil] });
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  // Of nine places in which it stands.
  expect(text.match(/\\u\{1b\}\[1A\\u\{202e\}\\u\{d\}/g)).toHaveLength(9);
});

test("JSON text holds nothing that a terminal obeys, and says the same", () => {
  const value = ["\u001b\u202e\u2028\u007f\u009b\u{e0001}a", { "\u200b": 1 }];
  expect(printableJson(value)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}]/u);
  expect(JSON.parse(printableJson(value))).toEqual(value);
});

describe("what a check without a finding says", () => {
  const nothing = { ...result, rows: result.rows.filter(({ verdict }) => verdict === "not applicable"), refuted: [] };
  test("that nothing was tested, where it is unknown for that reason", () => {
    expect(textReport(nothing, frame)).toContain("nothing was tested: no token of slem");
    expect(textReport(result, frame)).not.toContain("nothing was tested");
    const judged = { ...result, rows: result.rows.filter(({ step }) => step === "clock"), refuted: [] };
    expect(textReport(judged, frame)).not.toContain("nothing was tested");
  });
});
