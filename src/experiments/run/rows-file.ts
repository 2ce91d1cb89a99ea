import { closeSync, existsSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { lockFile } from "../../system/lock.ts";
import { writablePlace } from "../../system/writable-place.ts";
import { writeWhole } from "../../system/write-whole.ts";
import type { Experiment } from "../experiment.ts";
import { completeLines, rowsOf } from "./read-rows.ts";

/** A file of rows that this run alone goes on with: rows are appended, one whole line at a time. */
export interface RowsFile {
  /** The lines that the file had already, by place. */
  readonly known: ReadonlyMap<number, string>;
  append(line: string): void;
  /** Puts the rows in the grid's order; refuses where one is missing. */
  finish(): void;
  /** Leaves the file to other runs. */
  close(): void;
}

/**
 * Opens a file of rows to go on with it, or begins it. What a killed run left of its last line is cut off. The file is
 * locked until it is closed: a second run at the same time is refused.
 */
export function openRows(file: string, experiment: Experiment, header: string, places: readonly number[]): RowsFile {
  const place = writablePlace(file);
  const lock = lockFile(place);
  let descriptor: number | undefined;
  const close = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
    lock.release();
  };
  const wanted = new Set(places);
  const read = (): Map<number, string> => rowsOf(file, completeLines(place).lines, experiment, header, wanted);
  try {
    if (!existsSync(place)) writeWhole(place, `${header}\n`);
    const known = read();
    const appending = openSync(place, "a");
    descriptor = appending;
    ftruncateSync(appending, completeLines(place).bytes);
    return {
      known,
      append: (line) => append(file, appending, line),
      finish: () => {
        lock.check();
        const rows = read();
        const missing = places.find((at) => !rows.has(at));
        if (missing !== undefined)
          throw new BadInput(file, `no row for point ${missing}`, "the rows that were written");
        writeWhole(place, `${[header, ...places.map((at) => rows.get(at) as string)].join("\n")}\n`);
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

const append = (file: string, descriptor: number, line: string): void => {
  const bytes = Buffer.from(`${line}\n`);
  let written: number;
  try {
    written = writeSync(descriptor, bytes);
  } catch (error) {
    throw new BadInput(file, `a place that cannot be written: ${(error as Error).message}`, "one that can");
  }
  // A disk that is full takes a part of a line: better to stop than to go on behind it.
  if (written !== bytes.length) throw new BadInput(file, "a disk that takes no more", "room for all rows");
};
