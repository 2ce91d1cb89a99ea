import type { Mutant } from "./record.ts";

/** Why no test need notice a mutant. */
export type Reason =
  /** The mutated code means the same: no test can tell. */
  | "equivalent"
  /** It only takes longer, or more memory. */
  | "performance"
  /** Only the wording of a message or label differs, which nothing promises. */
  | "wording";

/** A mutant that survives, and may. */
export interface Survivor extends Pick<Mutant, "file" | "line" | "change"> {
  readonly reason: Reason;
  /** Why it may, in one sentence. */
  readonly why: string;
}

type Row = readonly [line: string, change: string];

/** Survivors of one file that may survive for one reason. */
export const survivorsOf = (file: string, reason: Reason, why: string, rows: readonly Row[]): Survivor[] =>
  rows.map(([line, change]) => ({ file, line, change, reason, why }));

/** Does the list name this mutant? */
export const names = (survivor: Survivor, { file, line, change }: Mutant): boolean =>
  survivor.file === file && survivor.line === line && survivor.change === change;
