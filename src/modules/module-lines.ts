import { at as itemAt } from "../core/num/at.ts";
import type { Rational } from "../core/num/rational.ts";
import { printable } from "../core/vocab/printable.ts";
import type { World } from "../core/worlds/world.ts";
import type { Io } from "../system/io.ts";
import type { Row } from "../system/verdict-table.ts";
import { notExercised } from "./exercised.ts";

/** The columns behind the world. */
export const HEADER = ["verdict", "scope", "gap", "acceptance", "tokens/round", "contexts", "sampled, TV seen"];
const WIDTHS = [18, 15, 12, 12, 12, 8, 16];

/** How often it was run in doubles, and the total variation that would have been seen. */
export function sampled({ samples, detectable }: Row): string {
  return samples === undefined || detectable === undefined ? "-" : `${samples}, ${detectable.toFixed(3)}`;
}

/** One line of the table, whose first column has this width. */
export function line(widest: number, name: string, cells: readonly string[]): string {
  return [printable(name, 40).padEnd(widest), ...cells.map((cell, at) => printable(cell).padEnd(itemAt(WIDTHS, at)))]
    .join("  ")
    .trimEnd();
}

/** How many worlds the algorithm does not fit; nothing where there is none. */
export function fitting(misfits: number): string {
  if (misfits === 0) return "";
  return `; ${misfits} ${misfits === 1 ? "world does" : "worlds do"} not fit the algorithm`;
}

/** What of the checklist the worlds had, or what they lack. */
export function exercised(worlds: readonly World<Rational>[]): string {
  const missing = notExercised(worlds);
  return missing.length === 0
    ? "exercised: every point of the checklist"
    : `not exercised: ${missing.join(", ")}; a fault that needs one of these is not seen by these worlds`;
}

/** Each reason for a refusal once, with the worlds. */
export function tellRefusals(module: string, rows: readonly Row[], io: Pick<Io, "err">): void {
  const worlds = new Map<string, string[]>();
  for (const { why = "", world } of rows) worlds.set(why, [...(worlds.get(why) ?? []), world]);
  for (const [why, [first, ...others]] of worlds) {
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    io.err(`lossless: ${printable(`${module}: ${why.replace(/^refused: /, "")} (in the world "${first}"${more})`)}\n`);
  }
}
