import type { CheckResult } from "../check-algorithm.ts";
import { largest, nothingTested, overall, reach } from "../overall.ts";
import type { CheckRow } from "../verdict.ts";
import type { ReportFrame } from "./frame.ts";
import { printed } from "./printed.ts";

/** Verdicts of rows that a terminal need not show: the summary counts or names them. */
const QUIET = ["consistent", "not applicable", "not reached"];

/** The result of one algorithm for a terminal, which obeys nothing in it. */
export function textReport(ofResult: CheckResult, ofFrame: ReportFrame): string {
  const { result, frame } = printed({ result: ofResult, frame: ofFrame });
  return [
    `${result.algorithm}: ${overall(result)}`,
    ...result.rows.filter(({ verdict }) => !QUIET.includes(verdict)).flatMap((row) => told(result, frame, row)),
    ...(result.errors.length === 0
      ? []
      : ["  it last wrote to its standard error:", ...result.errors.map((line) => `    ${line}`)]),
    ...summary(result).map((line) => `  ${line}`),
    `  repeat: ${frame.repeat}`,
  ].join("\n");
}

/** The sentences of a verdict: tier, driver, size, level, and what was not looked at. */
export function summary(result: CheckResult): string[] {
  const { hello, algorithm, alpha, threshold, sequences, tokens, seconds, starts } = result;
  const { tested, beyond, unreached } = reach(result);
  const peak = largest(result);
  const driver = hello === undefined ? "no adapter" : `adapter ${hello.name} ${hello.version}`.trimEnd();
  return [
    `tier statistics · ${algorithm} as driven by ${driver} · ${tested.length} cases, ${tokens.toLocaleString("en")} tokens in ${sequences.toLocaleString("en")} sequences, ${starts} processes, ${seconds.toFixed(1)} s`,
    `level ${alpha} for all of it: a case alarms at an e-value of 10^${threshold.toFixed(1)} · largest e-value ${peak === null ? "infinite (something impossible was seen)" : `10^${peak.toFixed(1)}`}`,
    ...counted(result),
    ...evidenceless(result),
    ...(beyond.length === 0 ? [] : [`not looked at: ${names(beyond)}`]),
    ...(unreached.length === 0 ? [] : [missed(result, unreached)]),
  ];
}

const names = (rows: readonly CheckRow[]): string => [...new Set(rows.map(({ step }) => step))].join(", ");

/** Why a check without a finding says nothing. */
export function evidenceless(result: CheckResult): string[] {
  return nothingTested(result) && overall(result) === "unknown"
    ? [`nothing was tested: no token of ${result.algorithm} was judged in a case that was asked for`]
    : [];
}

const missed = ({ end }: CheckResult, rows: readonly CheckRow[]): string =>
  end === "budget" || end === undefined
    ? `not reached within the budget: ${names(rows)}`
    : `${rows.length} steps and cases were not reached, since ${ENDS[end]} ended the check`;

const ENDS = { refutation: "a refutation", "broken adapter": "the broken adapter", interruption: "an interruption" };

/** What the adapter says of its work; a token a pass means that no draft saved one. */
const counted = ({ passes: { target, drafter, tokens } }: CheckResult): string[] => {
  if (tokens === 0) return [];
  const each = (passes: number): string => (passes / tokens).toFixed(2);
  const hint = target < tokens ? "" : ": no pass was saved";
  return [`passes a token, as the adapter counts them: target ${each(target)}, drafter ${each(drafter)}${hint}`];
};

/** Known faults shown of those that look alike. */
const SHOWN = 8;

/** The known faults that are first seen in the same way, all of them or some. */
export function alike(suspects: readonly string[]): string {
  const shown = suspects.slice(0, SHOWN).join(", ");
  return suspects.length <= SHOWN
    ? `known faults that are first seen like this: ${shown}`
    : `${suspects.length} known faults are first seen like this, among them ${shown}`;
}

const told = (result: CheckResult, { repeat, suspects }: ReportFrame, row: CheckRow): string[] => {
  const head = `  ${row.verdict}${row.kind === undefined ? "" : ` (${row.kind})`} in ${row.step}: ${row.what}`;
  if (row.verdict !== "refuted") return [head];
  return [
    head,
    ...(row.witness === undefined ? [] : [`    witness: ${witness(row)}`]),
    `    see it again: ${again(repeat, row)}`,
    ...(suspects.length === 0 || !isFirst(result, row) ? [] : [`    ${alike(suspects)}`]),
  ];
};

/** Was this refuted before anything else? Known faults are named by what is refuted first. */
export function isFirst({ refuted }: CheckResult, { step }: CheckRow): boolean {
  return step === refuted[0];
}

const witness = ({ witness: found }: CheckRow): string =>
  found === undefined
    ? ""
    : `after the prompt ${JSON.stringify(found.prompt)} the answer ${found.text} (sequence ${found.index} of ${found.run}${found.seed === null ? ", unseeded" : `, seed ${found.seed}`})`;

/** The command that repeats one row. */
export function again(repeat: string, { step }: CheckRow): string {
  return repeat.replace(" check ", ` check --only ${quoted(step)} `);
}

/** A word for a shell. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
