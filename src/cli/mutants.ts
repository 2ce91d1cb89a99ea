import { mutants as zoo } from "../../fixtures/faults/registry.ts";
import { columns, falseAlarms, survivors } from "../faults/kill-matrix/matrix.ts";
import { matrixReport } from "../faults/kill-matrix/report.ts";
import { matrixRows } from "../faults/kill-matrix/rows.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { loadOracle } from "../system/load-oracle.ts";
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
  const rows = await matrixRows(chosen, seed, tiers, values.workers, (line) => io.progress(line));
  io.progress("");
  const seconds = (io.now() - start) / 1000;
  const json = `${jsonText(rows)}\n`;
  if (values.save !== undefined) writeWhole(values.save, json, true);
  io.out(values.json ? json : matrixReport(rows, tiers, seed, seconds));
  return survivors(rows).length + falseAlarms(rows).length > 0 ? 1 : 0;
};
