import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { BadInput } from "../../core/worlds/bad-input.ts";
import { kindOf, requireFile } from "../../system/files.ts";

/** Largest message that the format of ONNX files can hold; larger weights stand in files beside. */
const LARGEST = 2 ** 31;
const DEEPEST = 4;
const MOST_ENTRIES = 10_000;

/**
 * Refuses a model file, or one beside it, that is no regular file: the runtime opens both by itself, weights by whatever
 * names the model holds, and would wait for a pipe. Links are followed; folders are looked into, four deep.
 */
export function requireModelFile(file: string): void {
  requireFile(file, LARGEST);
  let entries = 0;
  const look = (folder: string, depth: number): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const status = statSync(path, { throwIfNoEntry: false });
      if (++entries > MOST_ENTRIES)
        throw new BadInput(dirname(file), `more than ${MOST_ENTRIES} entries`, "a model's folder");
      if (status?.isDirectory()) {
        if (depth < DEEPEST) look(path, depth + 1);
      } else if (status !== undefined && !status.isFile()) {
        throw new BadInput(path, kindOf(status), "regular files beside a model");
      }
    }
  };
  look(dirname(file), 1);
}
