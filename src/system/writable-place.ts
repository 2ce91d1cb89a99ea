import { accessSync, constants, lstatSync, mkdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { BadInput } from "../core/worlds/bad-input.ts";
import { kindOf } from "./files.ts";

/** Links that lead to links: more are a ring. */
const MOST_LINKS = 40;

const EXPECTED = "a regular file, or a name that no file has yet; what is not wanted needs no file";

/**
 * Where a file that the program is to write really stands: symbolic links are followed, so that a link stays a link.
 *
 * Refuses whatever writing would destroy or wait for: folders, devices, pipes and sockets, the streams that `/dev/stdout`
 * leads to, files and folders that must not be written. Commands ask before they work, so that hours are not lost.
 * A missing folder is made only where `folders` says so.
 */
export function writablePlace(file: string, folders = false): string {
  try {
    const place = endOfLinks(file, folders);
    const status = lstatSync(place, { throwIfNoEntry: false });
    if (status !== undefined && !status.isFile()) throw new BadInput(file, kindOf(status), EXPECTED);
    if (status !== undefined) accessSync(place, constants.W_OK);
    accessSync(dirname(place), constants.W_OK);
    return place;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(file, `a place that cannot be written: ${(error as Error).message}`, "one that can");
  }
}

const endOfLinks = (file: string, folders: boolean): string => {
  let place = file;
  for (let links = 0; links < MOST_LINKS; links++) {
    if (folders) mkdirSync(dirname(place), { recursive: true });
    const folder = dirname(place);
    const status = statSync(folder, { throwIfNoEntry: false });
    if (status === undefined) throw new BadInput(file, `no folder "${folder}"`, "one that is there");
    if (!status.isDirectory()) throw new BadInput(file, `no folder in "${folder}"`, "a folder");
    const real = realpathSync(folder);
    // The system's list of open files: its links lead to streams, and to files that others have open.
    if (/^\/(proc|dev\/fd)(\/|$)/.test(real)) throw new BadInput(file, "a stream of a process", EXPECTED);
    place = join(real, basename(place));
    if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return place;
    place = resolve(real, readlinkSync(place));
  }
  throw new BadInput(file, "a ring of links", EXPECTED);
};
