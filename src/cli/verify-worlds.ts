import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { printable } from "../core/vocab/printable.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import { inFile } from "../system/in-file.ts";
import { INTERRUPTED } from "../system/interruption.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { openTier } from "../system/open-tier.ts";
import { exceptions, legend, type Missing, matrixLine } from "../system/verdict-matrix.ts";
import { type Row, summary, timed, worldTable } from "../system/verdict-table.ts";
import { BAD_INPUT, exitStatus, UNKNOWN } from "./exit.ts";
import { groupsOf, type Place, type Plan, planOf, type Question, saidLeftOut, type Task } from "./verify-plan.ts";

/** What was settled of each task, or why there is no row. */
type Settled = ReadonlyMap<Task, Row | Missing>;

/** `lossless verify` in worlds: rows are printed as they are settled, and kept when somebody interrupts. */
export async function verifyWorlds(question: Question, io: Io): Promise<number> {
  const plan = planOf(question);
  const settled = new Map<Task, Row | Missing>(plan.tasks.map((task) => [task, "not reached"]));
  const refusals = new Set<string>();
  const interruption = io.interruption?.();
  const isOver = (): boolean => interruption?.signal.aborted ?? false;
  try {
    const { judge, close } = await openTier(question.tier, question.seed, question.workers);
    try {
      if (question.shown === "matrix") io.out(opening(question));
      for (const group of groupsOf(plan, question)) {
        for (const task of group) {
          if (isOver()) break;
          const { world, algorithm } = task;
          const at = question.worlds.indexOf(world) + 1;
          io.progress(`verifying ${world.name}: ${algorithm.id} (world ${at} of ${question.worlds.length})`);
          try {
            const row = await inFile(world.file, () => timed(() => judge(algorithm, world), io));
            settled.set(task, row);
          } catch (error) {
            if (!(error instanceof BadInput)) throw error;
            // What one world lacks costs its own rows only.
            settled.set(task, "refused");
            refusals.add(error.message);
          }
          await turn();
        }
        io.progress("");
        if (question.shown !== "json") io.out(printed(group, settled, plan, question));
        if (isOver()) break;
      }
    } finally {
      await close();
    }
  } finally {
    interruption?.release();
  }
  const status = conclude(settled, refusals, plan, question, io);
  return isOver() ? INTERRUPTED : status;
}

const opening = ({ worlds, named }: Question): string =>
  `${worlds.length} worlds, a sign for each, in ${named ? "the order given" : "alphabetical order"}\n`;

/** Lets the process hear what came meanwhile, as an interruption. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** What the matrix says of an algorithm, world by world. */
const cellsOf = (algorithm: Algorithm, settled: Settled, plan: Plan, worlds: readonly Place[]): (Row | Missing)[] =>
  worlds.map((world) => {
    const isHere = (task: Task): boolean => task.algorithm === algorithm && task.world === world;
    const task = plan.tasks.find(isHere);
    if (task !== undefined) return settled.get(task) as Row | Missing;
    return plan.leftOut.some(isHere) ? "left out" : "misfit";
  });

/** A line of the matrix, or the table of a world. */
const printed = (group: readonly Task[], settled: Settled, plan: Plan, { shown, worlds }: Question): string => {
  const [{ world, algorithm }] = group as [Task];
  if (shown === "matrix") {
    const widest = Math.max(...plan.tasks.map((task) => task.algorithm.id.length));
    return `${matrixLine(algorithm.id, widest, cellsOf(algorithm, settled, plan, worlds))}\n`;
  }
  const rows = rowsOf(group.map((task) => settled.get(task)));
  const title = world.about === undefined ? world.name : `${world.name}: ${world.about}`;
  return rows.length === 0 ? "" : `${worldTable(title, rows)}\n\n`;
};

const rowsOf = (found: readonly (Row | Missing | undefined)[]): Row[] =>
  found.flatMap((row) => (row === undefined || typeof row === "string" ? [] : [row]));

/** Prints what is said of all rows, and gives the status. */
const conclude = (settled: Settled, refusals: ReadonlySet<string>, plan: Plan, question: Question, io: Io): number => {
  const { shown, algorithm, tier } = question;
  // In the order of the worlds, whatever the order in which they were settled.
  const rows = rowsOf(plan.tasks.map((task) => settled.get(task)));
  for (const message of refusals) io.err(`lossless: ${message}\n`);
  const missed = [...settled.values()].filter((one) => one === "not reached").length;
  const notes = [
    saidLeftOut(plan, tier),
    missed === 0 ? "" : `interrupted: ${missed} of ${settled.size} rows were not settled`,
  ]
    .filter((note) => note !== "")
    .map((note) => `${printable(note)}\n`);
  if (rows.length === 0 && refusals.size > 0) return BAD_INPUT;
  if (shown === "json") {
    io.err(notes.join(""));
    io.out(`${jsonText(rows)}\n`);
  } else {
    const shownAlgorithms = [...new Set(plan.tasks.map((task) => task.algorithm))];
    const cells = shownAlgorithms.flatMap((one) => cellsOf(one, settled, plan, question.worlds));
    const told = shown === "matrix" ? [legend(cells), ...exceptions(rows)].map((line) => `${line}\n`) : [];
    const { misfits } = plan;
    const fitting =
      misfits === 0 ? "" : `; ${misfits} ${misfits === 1 ? "world does" : "worlds do"} not fit ${algorithm}`;
    io.out(`${[...told, ...(told.length === 0 ? [] : ["\n"]), ...notes].join("")}${summary(rows)}${fitting}\n`);
  }
  if (rows.length === 0) return UNKNOWN;
  const status = exitStatus(rows.map(({ verdict }) => verdict));
  return refusals.size > 0 && status !== 1 ? BAD_INPUT : status;
};
