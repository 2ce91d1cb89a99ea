import { escaped as html } from "../../pages/figures/text.ts";
import { overall } from "../overall.ts";
import type { CheckRow } from "../verdict.ts";
import { printed, type Reported } from "./printed.ts";
import { again, evidenceless } from "./text.ts";

/** One test case: its attributes, and what it ends with. */
interface TestCase {
  readonly name: string;
  readonly is: "passed" | "failure" | "error" | "skipped";
  readonly inside: string;
}

/** A suite, as long as it took. */
interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
  readonly seconds: number;
}

/**
 * All results as one JUnit file: a suite for each algorithm, a test case for each row. A verdict that is not green has at
 * least one failure or error, and a file without any result is an error of its own.
 */
export function junitReport(results: readonly Reported[]): string {
  const suites = results.length === 0 ? [NOTHING] : results.map((one) => suite(printed(one)));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts(all)}>`,
    ...suites.flatMap(({ name, cases, seconds }) => [
      `<testsuite name="${escaped(name)}" ${counts(cases)} time="${seconds.toFixed(3)}">`,
      ...cases.flatMap(({ name: of, inside }) => [
        `  <testcase classname="lossless.${escaped(name)}" name="${escaped(of)}">`,
        `    ${inside}`,
        "  </testcase>",
      ]),
      "</testsuite>",
    ]),
    "</testsuites>",
    "",
  ].join("\n");
}

const counts = (cases: readonly TestCase[]): string => {
  const count = (...of: TestCase["is"][]): number => cases.filter(({ is }) => of.includes(is)).length;
  return `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}"`;
};

const error = (name: string, what: string, type: string): TestCase => ({
  name,
  is: "error",
  inside: `<error message="${escaped(what)}" type="${escaped(type)}"/>`,
});

const NOTHING: Suite = {
  name: "check",
  cases: [error("verdict", "nothing was tested: no algorithm was checked", "unknown")],
  seconds: 0,
};

const suite = ({ result, frame }: Reported): Suite => {
  const { algorithm, rows, seconds } = result;
  const cases = rows.map((row) => testCase(row, frame.repeat));
  const verdict = overall(result);
  const green = verdict === "consistent" || cases.some(({ is }) => is === "failure" || is === "error");
  const why = evidenceless(result).join() || `the verdict is ${verdict}`;
  return { name: algorithm, cases: green ? cases : [...cases, error("verdict", why, verdict)], seconds };
};

const testCase = (row: CheckRow, repeat: string): TestCase => {
  const { step: name, verdict, what, kind = "law" } = row;
  if (verdict === "refuted") {
    const inside = `<failure message="${escaped(what)}" type="${escaped(kind)}">${escaped(again(repeat, row))}</failure>`;
    return { name, is: "failure", inside };
  }
  if (verdict === "broken" || verdict === "unknown") return error(name, what, verdict);
  if (verdict === "not applicable" || verdict === "not reached")
    return { name, is: "skipped", inside: `<skipped message="${escaped(what)}"/>` };
  return { name, is: "passed", inside: `<system-out>${escaped(`${verdict}: ${what}`)}</system-out>` };
};

/** Text inside XML; what XML cannot hold at all is left out. */
function escaped(text: string): string {
  return html(text.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, ""));
}
