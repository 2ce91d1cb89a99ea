import { defaultLimits } from "../laws/contexts.ts";
import { lossless } from "../laws/lossless.ts";
import { rational } from "../num/rational.ts";
import { BadInput } from "../worlds/bad-input.ts";
import { readWorld } from "../worlds/files.ts";
import { loadAlgorithm } from "./load-algorithm.ts";
import { inFile, type Row, timed } from "./verify.ts";

/** What became of somebody's module: a row, or the parts of a refusal. */
export type ModuleAnswer = { readonly row: Row } | { readonly where: string; readonly found: string; expected: string };

/** Loads a module's algorithm and verifies it in one world. Whatever the module does wrong is an answer. */
export const answerModule = async (module: string, world: string, lookahead: number): Promise<ModuleAnswer> => {
  try {
    const algorithm = await loadAlgorithm(module);
    const read = { ...readWorld(rational, world), lookahead };
    if (!(algorithm.fits?.(read) ?? true)) {
      return { where: module, found: "an algorithm that does not fit", expected: `one for the world "${read.name}"` };
    }
    return {
      row: await inFile(world, () =>
        timed(() => lossless(rational, read, algorithm, defaultLimits), {
          now: () => performance.now(),
        }),
      ),
    };
  } catch (error) {
    if (error instanceof BadInput) return { where: error.where, found: error.found, expected: error.expected };
    const message = error instanceof Error ? error.message : String(error);
    return { where: module, found: firstLine(message), expected: "an algorithm that keeps the rules of a round" };
  }
};

const firstLine = (message: string): string => message.split("\n")[0] as string;
