import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { BadInput, shown } from "../../worlds/bad-input.ts";
import type { Experiment, Row } from "../experiment.ts";
import { FORMAT } from "./header.ts";
import { writeWhole } from "./write-whole.ts";

/** A row as it stands in a file: its place in the grid, its point, what was found. */
export type PlacedRow = Row & { readonly at: number };

/** A row's line, without the line break: the same text whoever computed it. */
export const lineOf = (experiment: Experiment, at: number, row: Row): string =>
  JSON.stringify({ at, ...experiment.points[at], ...row });

/** The complete lines of a file, and how many bytes they take; a last line without a line break was cut off. */
const completeLines = (file: string): { lines: string[]; bytes: number } => {
  const content = readFileSync(file);
  const bytes = content.lastIndexOf(0x0a) + 1;
  const text = content.subarray(0, bytes).toString("utf8");
  return { lines: text === "" ? [] : text.slice(0, -1).split("\n"), bytes };
};

/**
 * The rows of a file by their places.
 *
 * Refuses a file that does not begin with `header`, and any line that is not the row of one of the `places`. A row that
 * occurs twice with the same content, as after two runs at once, counts once.
 */
export const readRows = (file: string, header: string, places: ReadonlySet<number>): Map<number, string> => {
  const { lines } = completeLines(file);
  const [first, ...rest] = lines;
  if (first !== header) throw new BadInput(file, described(first), described(header));
  const rows = new Map<number, string>();
  rest.forEach((line, at) => {
    const where = `${file}, line ${at + 2}`;
    const place = placeOf(line);
    if (place === undefined || !places.has(place))
      throw new BadInput(where, shown(line), "a row of this experiment and shard");
    const before = rows.get(place);
    if (before !== undefined && before !== line)
      throw new BadInput(where, `another row for point ${place}`, "one row a point");
    rows.set(place, line);
  });
  return rows;
};

/** A first line in words: whose rows follow it. */
const described = (first: string | undefined): string => {
  if (first === undefined) return "no complete line";
  try {
    const { format, experiment, seed, shard, grid } = JSON.parse(first);
    if (format === FORMAT)
      return `rows of ${shown(experiment)}, seed ${shown(seed)}, shard ${shown(shard)}, grid ${shown(grid)}`;
  } catch {}
  return shown(first);
};

const placeOf = (line: string): number | undefined => {
  try {
    const { at } = JSON.parse(line) as { at?: unknown };
    return Number.isInteger(at) ? (at as number) : undefined;
  } catch {
    return undefined;
  }
};

/** Rows are appended to a file, one whole line at a time. */
export interface RowsFile {
  /** The lines that the file had already, by place. */
  readonly known: ReadonlyMap<number, string>;
  append(line: string): void;
  close(): void;
}

/** Opens a file of rows to go on with it, or begins it. What a killed run left of its last line is cut off. */
export const openRows = (file: string, header: string, places: ReadonlySet<number>): RowsFile => {
  if (!existsSync(file)) writeWhole(file, `${header}\n`);
  const known = readRows(file, header, places);
  const { bytes } = completeLines(file);
  const descriptor = openSync(file, "r+");
  ftruncateSync(descriptor, bytes);
  closeSync(descriptor);
  const appending = openSync(file, "a");
  return {
    known,
    append: (line) => {
      const bytes = Buffer.from(`${line}\n`);
      // A disk that is full takes a part of a line: better to stop than to go on behind it.
      if (writeSync(appending, bytes) !== bytes.length) throw new Error(`${file} takes no more: is the disk full?`);
    },
    close: () => closeSync(appending),
  };
};
