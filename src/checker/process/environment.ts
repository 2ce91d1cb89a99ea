import { seedOf } from "../protocol/seeds.ts";

/**
 * The environment of one process of a check. Python draws the order of its sets anew in each process; here it follows from
 * the check's seed and the name of the process, so that processes differ and a check can still be repeated.
 */
export function processEnvironment(master: number, name: string): Readonly<Record<string, string>> {
  return {
    PYTHONHASHSEED: String(seedOf(master, "process", name) % 2 ** 32),
  };
}
