import { readFileSync, statSync } from "node:fs";
import { BadInput } from "../../worlds/bad-input.ts";

const MEGABYTE = 1 << 20;

/** The largest known tokenizer.json, Gemma 3's, has 33 MB. */
const LARGEST = 64 * MEGABYTE;

/** The text of a file from outside; refused with one clear message when it cannot be read, is too large or not UTF-8. */
export const readFile = (path: string): string => {
  let size: number;
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new BadInput(path, found.isDirectory() ? "a directory" : "no regular file", "a file");
    size = found.size;
    if (size > LARGEST) {
      throw new BadInput(path, `${Math.round(size / MEGABYTE)} MB`, `at most ${LARGEST / MEGABYTE} MB`);
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new BadInput(path, "nothing", "a file");
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") throw new BadInput(path, "bytes that are not UTF-8", "UTF-8");
    throw new BadInput(path, code ?? "an error", "a file that can be read");
  }
};
