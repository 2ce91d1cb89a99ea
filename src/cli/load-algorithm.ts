import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Algorithm } from "../algorithms/algorithm.ts";
import { BadInput, shown } from "../worlds/bad-input.ts";
import { readText } from "../worlds/files.ts";

/** Is this the name of a module rather than the id of an algorithm? */
export const isModule = (name: string): boolean => /\.[cm]?[jt]s$/.test(name);

/** Loads a module by its address, with instances of its own of all that it imports. */
const apart = async (address: string): Promise<object> => {
  const { tsImport } = await import("tsx/esm/api");
  return tsImport(address, import.meta.url);
};

/**
 * Loads somebody's own algorithm: a module whose default export is an {@link Algorithm}. Unless told otherwise it shares
 * nothing with this program, not even the library that both import.
 */
export const loadAlgorithm = async (file: string, load = apart): Promise<Algorithm> => {
  readText(file);
  let module: { default?: unknown };
  try {
    module = await load(pathToFileURL(resolve(file)).href);
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
};

/** The first line of a message, and the second where the first only announces it. */
const firstLine = (error: unknown): string => {
  const [first = "", second = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return first.endsWith(":") ? `${first} ${second}` : first;
};
