import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { algorithms } from "../core/algorithms/registry.ts";
import type { World } from "../core/worlds/world.ts";
import { UsageError } from "./usage.ts";

/**
 * The built-in algorithms that `name` stands for in a world: one id, or `all` that claim to be lossless and fit. One that
 * does not fit is refused, or left out where nobody named the world.
 */
export function chooseAlgorithms<W>(name: string, world: World<W>, leaveOut = false): Algorithm[] {
  const fits = (algorithm: Algorithm): boolean => algorithm.fits?.(world) ?? true;
  if (name === "all") return algorithms.filter((algorithm) => (algorithm.lossless ?? true) && fits(algorithm));
  const algorithm = algorithms.find(({ id }) => id === name);
  if (algorithm === undefined) {
    const known = algorithms.map(({ id }) => id).join(", ");
    throw new UsageError(`found the algorithm "${name}", expected all, a module (.ts, .js) or one of ${known}`);
  }
  if (!fits(algorithm)) {
    if (leaveOut) return [];
    throw new UsageError(
      `the algorithm "${name}" needs target and drafter to share one vocabulary; in the world "${world.name}" they differ`,
    );
  }
  return [algorithm];
}

/** The algorithm of this id. */
export function named(id: string): Algorithm {
  const algorithm = algorithms.find((one) => one.id === id);
  if (algorithm !== undefined) return algorithm;
  throw new UsageError(`found the algorithm "${id}", expected one of ${algorithms.map((one) => one.id).join(", ")}`);
}
