import type { Survivor } from "./survivor.ts";

/** Every mutant that survives and may. */
export const survivors: readonly Survivor[] = [];
