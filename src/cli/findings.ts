import type { Io } from "./io.ts";
/** Prints. */
export const printFindings = (_io: Io, _json: boolean): number => 0;
