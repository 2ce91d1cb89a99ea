import { closeSync, constants, existsSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DecidableField } from "../core/num/field.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import { parseWorld } from "../core/worlds/parse-world.ts";
import type { World } from "../core/worlds/world.ts";

/** Largest world file read, in bytes. */
const LARGEST_FILE = 32 * 2 ** 20;

/** Bytes read at a time where a file does not say how long it is. */
const PART = 2 ** 16;

/** What the system says of a place in the file system. */
export interface FileStatus {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
}

/** What stands in the place of a file, in words. */
export function kindOf(status: FileStatus): string {
  if (status.isFile()) return "a file";
  if (status.isDirectory()) return "a directory";
  if (status.isFIFO()) return "a pipe, no regular file";
  return status.isSocket() ? "a socket, no regular file" : "a device, no regular file";
}

/** Refuses what is no regular file of at most `largest` bytes, without opening it: to open a device can change it. */
export function requireFile(file: string, largest: number): void {
  const status = reading(file, () => statSync(file, { throwIfNoEntry: false }));
  if (status === undefined) throw new BadInput(file, "nothing", "a file");
  refuseOther(file, status, largest);
}

const refuseOther = (file: string, status: FileStatus, largest: number): void => {
  if (!status.isFile()) throw new BadInput(file, kindOf(status), "a file");
  if (status.size > largest) throw new BadInput(file, megabytes(status.size), `at most ${megabytes(largest)}`);
};

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;

/** The system's own words for what it does not do. */
const reading = <A>(file: string, act: () => A): A => {
  try {
    return act();
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(file, (error as Error).message, "a readable file");
  }
};

/**
 * The bytes of a file from outside. The only way in which commands read what a user names: it never waits and never reads
 * on without end, since it takes regular files only, looks again after it has opened one, and stops at `largest` bytes.
 */
export function readBytes(file: string, largest = LARGEST_FILE): Uint8Array {
  requireFile(file, largest);
  return reading(file, () => {
    const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const status = fstatSync(descriptor);
      refuseOther(file, status, largest);
      return upTo(file, descriptor, status.size, largest);
    } finally {
      closeSync(descriptor);
    }
  });
}

/** Reads to the end: files that the system makes up are longer than they say, and files can grow meanwhile. */
const upTo = (file: string, descriptor: number, size: number, largest: number): Uint8Array => {
  let bytes = new Uint8Array(size + 1);
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, bytes, length, bytes.length - length, null);
    if (read === 0) return bytes.subarray(0, length);
    length += read;
    if (length > largest) throw new BadInput(file, `more than ${megabytes(largest)}`, `at most ${megabytes(largest)}`);
    if (length < bytes.length) continue;
    const longer = new Uint8Array(2 * length + PART);
    longer.set(bytes);
    bytes = longer;
  }
};

/** The text of a file from outside: refused when it is missing, not a regular file, too large or not UTF-8. */
export function readText(file: string, largest = LARGEST_FILE): string {
  const bytes = readBytes(file, largest);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(file, "bytes that are not UTF-8", "UTF-8 text");
  }
}

/**
 * Reads a world file.
 *
 * @example
 * const written = readWorld(rational, builtInWorlds()[0]);
 * written.field === rational; // → true
 */
export function readWorld<W>(field: DecidableField<W>, file: string): World<W> {
  return parseWorld(field, file, readText(file));
}

/** The folder that holds this package's package.json, from sources and from the built package alike. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/**
 * The built-in world files, in alphabetical order.
 *
 * @example
 * builtInWorlds().every((file) => file.endsWith(".json")); // → true
 */
export function builtInWorlds(): string[] {
  const folder = join(packageRoot(), "fixtures", "worlds");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));
}
