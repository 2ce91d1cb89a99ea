import type { Survivor } from "../survivor.ts";

/** The mutants of `src/laws/symbolic` that survive and may. */
export const lawsSymbolic: readonly Survivor[] = [];
