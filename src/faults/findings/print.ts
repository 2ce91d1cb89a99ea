import { printable } from "../../core/vocab/printable.ts";
import type { Io } from "../../system/io.ts";
import { jsonText } from "../../system/json-text.ts";
import { paperFindings } from "./paper.ts";

/** `lossless verify --findings`: where published statements fail, each with an exact counterexample. */
export function printFindings(io: Pick<Io, "out">, json: boolean): number {
  const rows = paperFindings.map(({ id, claim, counterexample }) => ({ id, claim, counterexample: counterexample() }));
  if (json) io.out(`${jsonText(rows)}\n`);
  else {
    const parts = rows.map((row) => [
      `${row.id}: not so`,
      `  claim  ${row.claim}`,
      ...row.counterexample.map((line) => `  ${printable(line)}`),
    ]);
    io.out(`${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`);
  }
  return 0;
}
