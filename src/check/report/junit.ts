import { escaped as html } from "../../experiments/figures/text.ts";
import type { CheckResult } from "../check-algorithm.ts";
import { again, type ReportFrame } from "./text.ts";

/** All results as one JUnit file: a suite for each algorithm, a test case for each row. */
export const junitReport = (
  results: readonly { readonly result: CheckResult; readonly frame: ReportFrame }[],
): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    ...results.flatMap(({ result, frame }) => suite(result, frame)),
    "</testsuites>",
    "",
  ].join("\n");

const suite = ({ algorithm, rows, seconds }: CheckResult, { repeat }: ReportFrame): string[] => {
  const count = (...verdicts: string[]): number => rows.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const counts = `tests="${rows.length}" failures="${count("refuted")}" errors="${count("broken", "unknown")}" skipped="${count("not applicable")}"`;
  const cases = rows.flatMap((row) => {
    const open = `  <testcase classname="lossless.${escaped(algorithm)}" name="${escaped(row.step)}"`;
    const inside =
      row.verdict === "refuted"
        ? `<failure message="${escaped(row.what)}" type="${escaped(row.kind ?? "law")}">${escaped(again(repeat, row))}</failure>`
        : row.verdict === "broken" || row.verdict === "unknown"
          ? `<error message="${escaped(row.what)}" type="${row.verdict}"/>`
          : row.verdict === "not applicable"
            ? `<skipped message="${escaped(row.what)}"/>`
            : `<system-out>${escaped(`${row.verdict}: ${row.what}`)}</system-out>`;
    return [`${open}>`, `    ${inside}`, "  </testcase>"];
  });
  return [`<testsuite name="${escaped(algorithm)}" ${counts} time="${seconds.toFixed(3)}">`, ...cases, "</testsuite>"];
};

/** Text inside XML; what XML cannot hold at all is left out. */
const escaped = (text: string): string => html(text.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, ""));
