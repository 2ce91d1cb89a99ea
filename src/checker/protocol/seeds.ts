import { createHash } from "node:crypto";

/** A seed below 2^53 for the named thing: a hash, since consecutive seeds make runs overlap in many generators. */
export function seedOf(master: number, ...names: readonly (string | number)[]): number {
  const digest = createHash("sha256")
    .update(JSON.stringify([master, ...names]))
    .digest();
  return Number(digest.readBigUInt64BE() >> 11n);
}

/** The seeds of the sequences of one run. */
export function runSeeds(master: number, world: string, run: string, count: number): number[] {
  return Array.from({ length: count }, (_, i) => seedOf(master, world, run, i));
}
