import type { Mutant } from "./record.ts";

/** The least score of a room, in percent. */
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
}

const scoreOf = (noticed: number, all: number): number | undefined => (all === 0 ? undefined : (100 * noticed) / all);

export const summaryOf = (room: string, mutants: readonly Mutant[]): Summary => {
  const count = (status: Mutant["status"]): number => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timeout] = [count("Killed"), count("Timeout")];
  const [survived, noCoverage] = [count("Survived"), count("NoCoverage")];
  const score = scoreOf(killed + timeout, killed + timeout + survived + noCoverage);
  const sources = new Set(mutants.map(({ file }) => file)).size;
  return { room, sources, killed, timeout, survived, noCoverage, score };
};

/** The summaries as a table in Markdown, their sum last. */
export const summaryTable = (summaries: readonly Summary[]): string => {
  const sum = (of: (one: Summary) => number): number => summaries.reduce((total, one) => total + of(one), 0);
  const [killed, timeout] = [sum((one) => one.killed), sum((one) => one.timeout)];
  const [survived, noCoverage] = [sum((one) => one.survived), sum((one) => one.noCoverage)];
  const score = scoreOf(killed + timeout, killed + timeout + survived + noCoverage);
  const sources = sum((one) => one.sources);
  const rows = [...summaries, { room: "all", sources, killed, timeout, survived, noCoverage, score }].map((one) => {
    const shown = one.score === undefined ? "not run" : `${one.score.toFixed(1)} %`;
    return `| ${one.room} | ${one.sources} | ${one.killed} | ${one.timeout} | ${one.survived} | ${one.noCoverage} | ${shown} |`;
  });
  return `| room | sources judged | killed | timeout | survived | no coverage | score |\n|---|---|---|---|---|---|---|\n${rows.join("\n")}\n`;
};
