import { at as itemAt } from "../../core/num/at.ts";
import { BadInput, shown } from "../../core/worlds/bad-input.ts";
import { readBytes } from "../../system/files.ts";
import { wrongField } from "../columns.ts";
import type { Experiment, Row } from "../experiment.ts";
import { FORMAT } from "./header.ts";

/** Largest file of rows, in bytes. */
const LARGEST = 512 * 2 ** 20;

/** The complete lines of a file, and how many bytes they take; a last line without a line break was cut off. */
export function completeLines(file: string): { readonly lines: readonly string[]; readonly bytes: number } {
  const content = readBytes(file, LARGEST);
  const bytes = content.lastIndexOf(0x0a) + 1;
  const text = new TextDecoder().decode(content.subarray(0, bytes));
  return { lines: text === "" ? [] : text.slice(0, -1).split("\n"), bytes };
}

/** A row's line, without the line break: the same text whoever computed it. */
export function lineOf(experiment: Experiment, at: number, row: Row): string {
  return JSON.stringify({ at, ...experiment.points[at], ...row });
}

/**
 * The rows of the lines of a file, by their places.
 *
 * Refuses a file that does not begin with `header`, and any line that is not the whole row of one of the `places`: its
 * point is the grid's, its fields are the experiment's columns, and it is written as this program writes it. A row that
 * occurs twice with the same content, as after two runs at once, counts once.
 */
export function rowsOf(
  file: string,
  lines: readonly string[],
  experiment: Experiment,
  header: string,
  places: ReadonlySet<number>,
): Map<number, string> {
  const [first, ...rest] = lines;
  if (first !== header) throw new BadInput(file, described(first), `${described(header)}${advice(first, header)}`);
  const rows = new Map<number, string>();
  rest.forEach((line, index) => {
    const where = `${file}, line ${index + 2}`;
    const at = placeOf(line);
    if (at === undefined || !places.has(at))
      throw new BadInput(where, shown(line), "a row of this experiment and shard");
    checkRow(where, experiment, at, line);
    const before = rows.get(at);
    if (before !== undefined && before !== line)
      throw new BadInput(where, `another row for point ${at}`, "one row a point");
    rows.set(at, line);
  });
  return rows;
}

/** Refuses a line that is not the row of the point at this place. */
const checkRow = (where: string, experiment: Experiment, at: number, line: string): void => {
  const { at: _, ...fields } = JSON.parse(line) as Row;
  const point = itemAt(experiment.points, at);
  const axes = JSON.stringify({ at, ...point });
  if (!line.startsWith(axes.slice(0, -1))) throw new BadInput(where, shown(line), `a row that begins with ${axes}`);
  if (JSON.stringify({ at, ...fields }) !== line)
    throw new BadInput(where, shown(line), "each field once, and no more spaces than this program writes");
  const row = Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(point, name)));
  const wrong = wrongField(experiment, row);
  if (wrong !== undefined) throw new BadInput(where, wrong.found, wrong.expected);
};

/** A first line in words: whose rows follow it. */
const described = (first: string | undefined): string => {
  if (first === undefined) return "no complete line";
  const { format, version, experiment, seed, shard, grid } = parsed(first) ?? {};
  if (format !== FORMAT) return shown(first);
  return `rows of ${shown(experiment)}, seed ${shown(seed)}, shard ${shown(shard)}, grid ${shown(grid)}, made by version ${shown(version)}`;
};

/** What to do about rows that only another version of the package has made. */
const advice = (first: string | undefined, header: string): string => {
  const theirs = parsed(first ?? "");
  const { version: _, ...rest } = theirs ?? {};
  const { version: __, ...ours } = parsed(header) ?? {};
  if (theirs === undefined || JSON.stringify(rest) !== JSON.stringify(ours)) return "";
  return ": another version may compute other rows; run the experiment again into another file, or go on with the version that made this one";
};

const parsed = (line: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

const placeOf = (line: string): number | undefined => {
  const at = parsed(line)?.at;
  return Number.isInteger(at) ? (at as number) : undefined;
};
