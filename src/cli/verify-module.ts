import type { Rational } from "../core/num/rational.ts";
import { printable } from "../core/vocab/printable.ts";
import type { World } from "../core/worlds/world.ts";
import { interruptible } from "../modules/interruptible.ts";
import { exercised, fitting, HEADER, line, sampled, tellRefusals } from "../modules/module-lines.ts";
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
  const running = await open(asked.module, printedLines(asked.module, io));
  const interruption = io.interruption?.();
  const stop = interruptible(interruption);
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
