import type { Mutant } from "../../fixtures/faults/mutant.ts";
import { mutants as zoo } from "../../fixtures/faults/registry.ts";
import { columns, falseAlarms, openBed, type Row, rowOf, survivors } from "../faults/kill-matrix/matrix.ts";
import type { MutantTask } from "../faults/kill-matrix/mutant-worker.ts";
import type { Tier } from "../faults/kill-matrix/tier.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { loadOracle } from "../system/load-oracle.ts";
import { readable, table } from "../system/table.ts";
import { openPool } from "../system/threads/pool.ts";
import { UsageError } from "../system/usage.ts";
import { writablePlace } from "../system/writable-place.ts";
import { writeWhole } from "../system/write-whole.ts";
import { run } from "./table/command.ts";
import type { Values } from "./table/option.ts";
import { mutantsTable } from "./tables/mutants.ts";

/** `lossless mutants`. */
export function mutants(args: readonly string[], io: Io): Promise<number> {
  return run(mutantsTable, args, io, ({ values, words }) => killMatrix(words, values, io));
}

const killMatrix = async (words: readonly string[], values: Values<typeof mutantsTable.options>, io: Io) => {
  const { seed } = values;
  const unknown = words.find((name) => !zoo.some(({ id }) => id === name));
  if (unknown !== undefined) throw new UsageError(`found the mutant "${unknown}", expected one of the list`);
  const chosen = words.length === 0 ? zoo : zoo.filter(({ id }) => words.includes(id));
  if (values.save !== undefined) writablePlace(values.save, true);
  const start = io.now();
  const tiers = columns(await loadOracle());
  // A thread needs a second to start: a few rows are sooner done here.
  const workers = Math.min(values.workers, Math.ceil(chosen.length / FEW_ROWS));
  const rows = workers === 1 ? rowsHere(chosen, seed, tiers, io) : await rowsInThreads(chosen, seed, workers, io);
  io.progress("");
  const seconds = (io.now() - start) / 1000;
  const json = `${jsonText(rows)}\n`;
  if (values.save !== undefined) writeWhole(values.save, json, true);
  io.out(values.json ? json : report(rows, tiers, seed, seconds));
  return survivors(rows).length + falseAlarms(rows).length > 0 ? 1 : 0;
};

const FEW_ROWS = 4;

type Mutants = readonly Mutant[];

const rowsHere = (chosen: Mutants, seed: number, tiers: readonly Tier[], io: Io): Row[] => {
  const bed = openBed();
  return chosen.map((mutant, at) => {
    io.progress(`${at + 1} of ${chosen.length}: ${mutant.id}`);
    return rowOf(mutant, bed, seed, tiers);
  });
};

const rowsInThreads = async (chosen: Mutants, seed: number, workers: number, io: Io): Promise<Row[]> => {
  const pool = openPool<MutantTask, Row>(new URL("../faults/kill-matrix/mutant-worker.js", import.meta.url), workers);
  let done = 0;
  try {
    const rows = chosen.map(async ({ id }) => {
      const row = await pool.ask({ id, seed });
      io.progress(`${++done} of ${chosen.length}: ${id}`);
      return row;
    });
    return await Promise.all(rows);
  } finally {
    await pool.close();
  }
};

const KINDS = ["law", "contract", "control"] as const;

const report = (rows: readonly Row[], tiers: readonly Tier[], seed: number, seconds: number): string => {
  const parts = KINDS.flatMap((kind) => {
    const of = rows.filter((row) => row.kind === kind);
    if (of.length === 0) return [];
    const cells = of.map((row) => [
      `  ${row.mutant}`,
      row.wounds,
      ...tiers.map(({ name }) => row.tiers[name] as string),
      row.gap === null ? "-" : readable(row.gap),
      row.samples === null ? "-" : row.samples.toLocaleString("en"),
      row.world ?? "-",
    ]);
    const names = tiers.map(({ name }) => name);
    return [`${kind} (${of.length})\n${table(["  mutant", "wounds", ...names, "gap", "samples", "world"], cells)}`];
  });
  const list = (what: string, of: readonly Row[]): string =>
    of.length === 0 ? `no ${what}` : `${of.length} ${what}: ${of.map(({ mutant }) => mutant).join(", ")}`;
  const counts = KINDS.map((kind) => `${rows.filter((row) => row.kind === kind).length} ${kind}`).join(", ");
  const summary = `${rows.length} ${rows.length === 1 ? "mutant" : "mutants"} (${counts}): ${list("survivor", survivors(rows))}; ${list("false alarm", falseAlarms(rows))}; seed ${seed}, ${seconds.toFixed(1)} s`;
  return `${parts.join("\n\n")}\n\n${summary}\n`;
};
