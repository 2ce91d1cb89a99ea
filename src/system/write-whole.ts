import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { BadInput } from "../core/worlds/bad-input.ts";
import { writablePlace } from "./writable-place.ts";

/** Names that are tried for a draft: one is left behind by each process of the same number that was killed. */
const MOST_DRAFTS = 100;

/**
 * Writes a file whole or not at all: beside its place, then moved there, so that nobody reads half of it. Where that
 * fails, as on a full disk, nothing is left behind, and what stood there before stays. Missing folders are made only where
 * `folders` says so. The place is a regular file or free ({@link writablePlace}); the draft is a new file, never one that
 * somebody has put there.
 */
export function writeWhole(file: string, text: string, folders = false): void {
  const place = writablePlace(file, folders);
  try {
    const { draft, descriptor } = newDraft(place);
    try {
      try {
        const before = statSync(place, { throwIfNoEntry: false });
        if (before !== undefined) fchmodSync(descriptor, before.mode & 0o777);
        writeFileSync(descriptor, text);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      renameSync(draft, place);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  } catch (error) {
    throw new BadInput(file, `a place that cannot be written: ${(error as Error).message}`, "one that can");
  }
}

const newDraft = (place: string): { readonly draft: string; readonly descriptor: number } => {
  for (let n = 1; ; n++) {
    const draft = `${place}.${process.pid}${n === 1 ? "" : `-${n}`}.part`;
    try {
      return { draft, descriptor: openSync(draft, "wx") };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || n === MOST_DRAFTS) throw error;
    }
  }
};
