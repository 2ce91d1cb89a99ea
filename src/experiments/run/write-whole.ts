import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { BadInput } from "../../worlds/bad-input.ts";

/**
 * Writes a file whole or not at all: beside its place, then moved there, so that nobody reads half of it. Where that
 * fails, as on a full disk, nothing is left behind, and what stood there before stays. Missing folders are made only where
 * `folders` says so.
 */
export const writeWhole = (file: string, text: string, folders = false): void => {
  const draft = `${file}.${process.pid}.part`;
  try {
    if (folders) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    throw new BadInput(file, `a place that cannot be written: ${(error as Error).message}`, "one that can");
  }
};
