import type { Mutant } from "../../fixtures/faults/mutant.ts";
import { mutants as zoo } from "../../fixtures/faults/registry.ts";
import { columns, falseAlarms, openBed, type Row, rowOf, survivors } from "../faults/kill-matrix/matrix.ts";
import type { MutantTask } from "../faults/kill-matrix/mutant-worker.ts";
import { rates } from "../faults/kill-matrix/statistics.ts";
import type { Tier } from "../faults/kill-matrix/tier.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { loadOracle } from "../system/load-oracle.ts";
import { readable, table } from "../system/table.ts";
import { openPool } from "../system/threads/pool.ts";
import { UsageError } from "../system/usage.ts";
import { writablePlace } from "../system/writable-place.ts";
import { writeWhole } from "../system/write-whole.ts";
import { parseOptions } from "./parse-options.ts";
import { workersOf } from "./workers.ts";

const SEED = 20_260_101;

/** What `lossless mutants --help` says. */
export const mutantsHelp = `lossless mutants [id …] [--json] [--save FILE] [--seed s] [--workers n]

The kill matrix: known faults of speculative decoders, and correct code that looks faulty, against the tiers of this
laboratory, all in one fixed bed of small worlds. Without ids, all of them.

  law        a fault that changes the output law: enumeration must refute it in some world, so must the comparison with
             the proved functions where they can run, and statistics must kill it
             within the sample size planned for its own gap (alpha ${rates.alpha}, power ${rates.power})
  contract   a fault that breaks another promise (length, ids, reports, reproducibility, passes): its check must find it
  control    nothing is wrong: every tier must stay silent in every world

--json prints an array of { mutant, source, kind, wounds, mechanism, documented, tiers, samples, gap, world, what, seed };
tiers maps each tier to killed, survived, silent or "not applicable"; gap is the exact total variation between what the
mutant and what the target generate in the world and the experiment that were sampled.
--save FILE writes that array into a file beside the table on the screen.
--seed s is the seed of all sampling (default ${SEED}).
--workers n is the number of threads; the rows are the same for any number (default: one a processor).

Exit status: 0 no survivor and no false alarm, 1 otherwise, 2 bad usage.
`;

/** `lossless mutants`. */
export const mutants = async (args: string[], io: Io): Promise<number> => {
  const { values, positionals } = parse(args);
  if (values.help) {
    io.out(mutantsHelp);
    return 0;
  }
  if (!/^\d{1,9}$/.test(values.seed)) throw new UsageError(`found the seed "${values.seed}", expected a whole number`);
  const seed = Number(values.seed);
  const unknown = positionals.find((name) => !zoo.some(({ id }) => id === name));
  if (unknown !== undefined) throw new UsageError(`found the mutant "${unknown}", expected one of the list`);
  const chosen = positionals.length === 0 ? zoo : zoo.filter(({ id }) => positionals.includes(id));
  if (values.save !== undefined) writablePlace(values.save, true);
  const start = io.now();
  const tiers = columns(await loadOracle());
  // A thread needs a second to start: a few rows are sooner done here.
  const workers = Math.min(workersOf(values.workers), Math.ceil(chosen.length / FEW_ROWS));
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

const parse = (args: string[]) =>
  parseOptions({
    args,
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      save: { type: "string" },
      seed: { type: "string", default: String(SEED) },
      workers: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });

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
  const summary = `${rows.length} mutants (${counts}): ${list("survivor", survivors(rows))}; ${list("false alarm", falseAlarms(rows))}; seed ${seed}, ${seconds.toFixed(1)} s`;
  return `${parts.join("\n\n")}\n\n${summary}\n`;
};
