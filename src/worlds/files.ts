import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DecidableField } from "../num/field.ts";
import { BadInput } from "./bad-input.ts";
import { parseWorld } from "./parse-world.ts";
import type { World } from "./world.ts";

/** Largest world file read, in bytes. */
const LARGEST_FILE = 32 * 2 ** 20;

/** The text of a file from outside: refused when it is missing, not a file, too large or not UTF-8. */
export const readText = (file: string, largest = LARGEST_FILE): string => {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) throw new BadInput(file, "nothing", "a file");
  if (!status.isFile()) throw new BadInput(file, status.isDirectory() ? "a directory" : "no regular file", "a file");
  if (status.size > largest) {
    throw new BadInput(file, `${(status.size / 2 ** 20).toFixed(0)} MB`, `at most ${largest / 2 ** 20} MB`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) throw new BadInput(file, "bytes that are not UTF-8", "UTF-8 text");
    throw new BadInput(file, (error as Error).message, "a readable file");
  }
};

/** Reads a world file. */
export const readWorld = <W>(field: DecidableField<W>, file: string): World<W> =>
  parseWorld(field, file, readText(file));

/** The folder that holds this package's package.json, from sources and from the built package alike. */
export const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
};

/** The built-in world files, in alphabetical order. */
export const builtInWorlds = (): string[] => {
  const folder = join(packageRoot(), "fixtures", "worlds");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));
};
