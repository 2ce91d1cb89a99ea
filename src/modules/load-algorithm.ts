import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { BadInput, shown } from "../core/worlds/bad-input.ts";

/** Is this the name of a module rather than the id of an algorithm? */
export function isModule(name: string): boolean {
  return /\.[cm]?[jt]s$/.test(name);
}

/** Loads somebody's own algorithm, the default export of a script that was made of the module `file`. */
export async function loadAlgorithm(file: string, script: string): Promise<Algorithm> {
  let module: { default?: unknown };
  try {
    module = await import(pathToFileURL(resolve(script)).href);
  } catch (error) {
    throw new BadInput(file, firstLine(error), "a module that loads");
  }
  // A CommonJS module arrives wrapped once more.
  const exported = module.default as { default?: unknown } | undefined;
  const candidate = (exported?.default ?? exported) as Partial<Algorithm> | undefined;
  const where = `${file}, default export`;
  if (typeof candidate !== "object" || candidate === null) throw new BadInput(where, shown(candidate), "an Algorithm");
  if (typeof candidate.id !== "string" || candidate.id === "") {
    throw new BadInput(where, `the id ${shown(candidate.id)}`, "a name");
  }
  for (const method of ["start", "round", "key"] as const) {
    if (typeof candidate[method] !== "function") {
      throw new BadInput(where, `${method}: ${shown(candidate[method])}`, "a function");
    }
  }
  return candidate as Algorithm;
}

/** The first line of a message, and the second where the first only announces it. */
const firstLine = (error: unknown): string => {
  const [first = "", second = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return first.endsWith(":") ? `${first} ${second}` : first;
};
