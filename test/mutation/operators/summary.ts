import type { Mutant } from "./record.ts";

/** The least score of a room, in percent, unless the room says another. */
export const LEAST = 90;

/** What became of the mutants of one room. */
export interface Summary {
  readonly room: string;
  /** Sources with mutants that were judged so far. */
  readonly sources: number;
  readonly killed: number;
  /** Did not end, or was reached far too often: noticed as well. */
  readonly timeout: number;
  readonly survived: number;
  /** No test reaches it: it survives as well. */
  readonly noCoverage: number;
  /** Noticed mutants in percent of all; undefined before the first run. */
  readonly score: number | undefined;
  /** Mutants that a sample left out; absent where all were judged. */
  readonly leftOut?: number;
}

const scoreOf = (noticed: number, all: number): number | undefined => (all === 0 ? undefined : (100 * noticed) / all);

export const summaryOf = (room: string, mutants: readonly Mutant[]): Summary => {
  const count = (status: Mutant["status"]): number => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timeout] = [count("Killed"), count("Timeout")];
  const [survived, noCoverage] = [count("Survived"), count("NoCoverage")];
  const score = scoreOf(killed + timeout, killed + timeout + survived + noCoverage);
  const sources = new Set(mutants.map(({ file }) => file)).size;
  const leftOut = mutants.filter((mutant) => mutant.leftOut === true).length;
  return { room, sources, killed, timeout, survived, noCoverage, score, ...(leftOut > 0 ? { leftOut } : {}) };
};

/** The summaries as a table in Markdown, their sum last. */
export const summaryTable = (summaries: readonly Summary[]): string => {
  const sum = (of: (one: Summary) => number): number => summaries.reduce((total, one) => total + of(one), 0);
  const [killed, timeout] = [sum((one) => one.killed), sum((one) => one.timeout)];
  const [survived, noCoverage] = [sum((one) => one.survived), sum((one) => one.noCoverage)];
  const score = scoreOf(killed + timeout, killed + timeout + survived + noCoverage);
  const sources = sum((one) => one.sources);
  const leftOut = sum((one) => one.leftOut ?? 0);
  const all: Summary = { room: "all", sources, killed, timeout, survived, noCoverage, score };
  const rows = [...summaries, leftOut > 0 ? { ...all, leftOut } : all].map((one) => {
    const sampled = one.leftOut === undefined ? "" : `, sampled: ${one.leftOut} more not judged`;
    const shown = one.score === undefined ? "not run" : `${one.score.toFixed(1)} %${sampled}`;
    return `| ${one.room} | ${one.sources} | ${one.killed} | ${one.timeout} | ${one.survived} | ${one.noCoverage} | ${shown} |`;
  });
  return `| room | sources judged | killed | timeout | survived | no coverage | score |\n|---|---|---|---|---|---|---|\n${rows.join("\n")}\n`;
};

const ROW =
  /^\| (\S+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| ([\d.]+) %(?:, sampled: (\d+) more not judged)? \|$/;

/** The summary of a room in a table that an earlier run wrote; undefined where it was not run. */
export const earlierSummary = (table: string, room: string): Summary | undefined => {
  for (const line of table.split("\n")) {
    const [, name, ...numbers] = ROW.exec(line) ?? [];
    if (name !== room) continue;
    const [sources = 0, killed = 0, timeout = 0, survived = 0, noCoverage = 0, , leftOut] = numbers.map(Number);
    const score = scoreOf(killed + timeout, killed + timeout + survived + noCoverage);
    const summary = { room, sources, killed, timeout, survived, noCoverage, score };
    return leftOut === undefined || Number.isNaN(leftOut) ? summary : { ...summary, leftOut };
  }
  return undefined;
};

/** What joins the names of rooms that were judged as one, before their sources were moved apart. */
const JOINT = "+";

/** The rows of an earlier table for rooms that were judged as one, unless the first of them has a row of its own now. */
export function jointSummaries(table: string, summaries: readonly Summary[]): Summary[] {
  const own = summaries.filter(({ score }) => score !== undefined).map(({ room }) => room);
  const names = table.split("\n").map((line) => ROW.exec(line)?.[1] ?? "");
  return names
    .filter((name) => name.includes(JOINT) && !own.includes(name.split(JOINT)[0] as string))
    .map((name) => earlierSummary(table, name) as Summary);
}

/** Was this room judged together with others? */
export const isJoint = (room: string, joint: readonly Summary[]): boolean =>
  joint.some((one) => one.room.split(JOINT).includes(room));
