import type { Rational } from "../core/num/rational.ts";
import { printable } from "../core/vocab/printable.ts";
import type { World } from "../core/worlds/world.ts";
import { notExercised } from "../modules/exercised.ts";
import { interruptible } from "../modules/interruptible.ts";
import { judgeModule, type ModuleOutcome, type ModuleQuestion } from "../modules/module-rows.ts";
import { type OpenModule, openModule } from "../modules/open-module.ts";
import { printedLines } from "../modules/printed-lines.ts";
import { judgeRandomly } from "../modules/random-worlds.ts";
import { INTERRUPTED } from "../system/interruption.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { cellsOf, explain, type Row, summary } from "../system/verdict-table.ts";
import { BAD_INPUT, exitStatus, UNKNOWN } from "./exit.ts";

/**
 * `lossless verify --algorithm mine.ts`: a module of one's own in each world, a line as soon as it is settled, then in
 * random worlds, then what none of the worlds could show. `open` starts the processes that run it.
 */
export async function verifyModule(
  asked: Omit<ModuleQuestion, "script">,
  worlds: readonly (World<Rational> & { readonly file: string })[],
  random: number,
  json: boolean,
  io: Io,
  open: OpenModule = openModule,
): Promise<number> {
  const interruption = io.interruption?.();
  const stop = interruptible(interruption);
  const running = await open(asked.module, printedLines(asked.module, io));
  const question: ModuleQuestion = { ...asked, script: running.script };
  const processes = {
    exact: stop.until(running.processes.exact),
    sampled: stop.until(running.processes.sampled),
  };
  const settled: { readonly row: Row; readonly refused: boolean }[] = [];
  const seen: World<Rational>[] = [];
  const widest = Math.max(12, ...worlds.map(({ name }) => printable(name, 40).length));
  let misfits = 0;
  let before = io.now();
  const take = (outcome: ModuleOutcome, world?: World<Rational>): void => {
    const now = io.now();
    const seconds = Math.round(now - before) / 1000;
    before = now;
    if ("misfit" in outcome) {
      misfits += 1;
      return;
    }
    const row = { ...outcome.verdict, seconds };
    settled.push({ row, refused: outcome.refusal !== undefined });
    if (world !== undefined && row.verdict !== "unknown") seen.push(world);
    io.progress("");
    if (json) return;
    if (settled.length === 1) io.out(`${line(widest, "world", HEADER)}\n`);
    // What was refused is told once, on standard error, whatever the number of worlds.
    const more = outcome.refusal === undefined ? explain(row).map((text) => printable(text)) : [];
    const cells = outcome.refusal === undefined ? [...cellsOf(row), sampled(row)] : ["refused", "-"];
    io.out(`${[line(widest, row.world, cells), ...more].join("\n")}\n`);
  };
  let smallest: object | undefined;
  try {
    // One process looks at the next world while the other still samples the last one.
    const outcomes = worlds.map((world) => judgeModule(processes, question, world));
    const all = Promise.allSettled(outcomes);
    for (const [at, world] of worlds.entries()) {
      io.progress(`verifying ${world.name} with ${question.module} (world ${at + 1} of ${worlds.length})`);
      const outcome = await Promise.race([outcomes[at], stop.heard]);
      if (outcome === undefined) break;
      take(outcome, world);
    }
    await Promise.race([all, stop.heard]);
    if (random > 0 && !stop.isOver()) {
      const taken = (outcome: ModuleOutcome): void => (stop.isOver() ? undefined : take(outcome));
      const found = await Promise.race([judgeRandomly(processes, question, random, taken), stop.heard]);
      if (found?.smallest !== undefined) {
        take(found.smallest.outcome);
        smallest = found.smallest.world;
      }
    }
  } finally {
    running.close();
    interruption?.release();
  }
  const rows = settled.map(({ row }) => row);
  if (json)
    io.out(
      `${jsonText(rows.map((row, at) => (at === rows.length - 1 && smallest ? { ...row, counterexample: smallest } : row)))}\n`,
    );
  else {
    if (smallest !== undefined) io.out(`\nthe smallest world found that refutes it:\n${jsonText(smallest)}\n`);
    if (stop.isOver()) io.out("\ninterrupted: worlds are left that were not settled");
    io.out(`\n${rows.length === 0 ? "nothing was tested" : summary(rows)}${fitting(misfits)}\n`);
    if (worlds.length > 0 && rows.length > 0) io.out(`${exercised(seen)}\n`);
  }
  tellRefusals(
    question.module,
    settled.flatMap(({ row, refused }) => (refused ? [row] : [])),
    io,
  );
  if (stop.isOver()) return INTERRUPTED;
  const status = exitStatus(rows.map(({ verdict }) => verdict));
  if (rows.length === 0) return UNKNOWN;
  return status !== 1 && settled.some(({ refused }) => refused) ? BAD_INPUT : status;
}

const HEADER = ["verdict", "scope", "gap", "acceptance", "tokens/round", "contexts", "sampled, TV seen"];
const WIDTHS = [18, 15, 12, 12, 12, 8, 16];

/** How often it was run in doubles, and the total variation that would have been seen. */
const sampled = ({ samples, detectable }: Row): string =>
  samples === undefined || detectable === undefined ? "-" : `${samples}, ${detectable.toFixed(3)}`;

const line = (widest: number, name: string, cells: readonly string[]): string =>
  [printable(name, 40).padEnd(widest), ...cells.map((cell, at) => printable(cell).padEnd(WIDTHS[at] as number))]
    .join("  ")
    .trimEnd();

const fitting = (misfits: number): string => {
  if (misfits === 0) return "";
  return `; ${misfits} ${misfits === 1 ? "world does" : "worlds do"} not fit the algorithm`;
};

const exercised = (worlds: readonly World<Rational>[]): string => {
  const missing = notExercised(worlds);
  return missing.length === 0
    ? "exercised: every point of the checklist"
    : `not exercised: ${missing.join(", ")}; a fault that needs one of these is not seen by these worlds`;
};

/** Each reason for a refusal once, with the worlds. */
const tellRefusals = (module: string, rows: readonly Row[], io: Io): void => {
  const worlds = new Map<string, string[]>();
  for (const { why = "", world } of rows) worlds.set(why, [...(worlds.get(why) ?? []), world]);
  for (const [why, [first, ...others]] of worlds) {
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    io.err(`lossless: ${printable(`${module}: ${why.replace(/^refused: /, "")} (in the world "${first}"${more})`)}\n`);
  }
};
