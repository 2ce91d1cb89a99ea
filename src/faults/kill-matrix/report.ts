import { readable, table } from "../../system/table.ts";
import type { Column } from "./column.ts";
import { falseAlarms, type Row, survivors } from "./matrix.ts";

const KINDS = ["law", "contract", "control"] as const;

/** The kill matrix as tables for people, with what survived and what alarmed. */
export function matrixReport(rows: readonly Row[], tiers: readonly Column[], seed: number, seconds: number): string {
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
}
