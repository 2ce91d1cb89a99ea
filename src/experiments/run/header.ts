import { createHash } from "node:crypto";
import { join } from "node:path";
import { packageRoot, readText } from "../../system/files.ts";
import type { Experiment } from "../experiment.ts";

/** The format of a file of rows, named in its first line. */
export const FORMAT = "lossless-experiment/1";

/** Which points a run computes: number `index` (from 1) of `count`, every `count`-th point. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** All points. */
export const WHOLE: Shard = { index: 1, count: 1 };

/** The points of a shard, by their places in the grid. */
export function placesOf({ points }: Experiment, { index, count }: Shard): number[] {
  return points.map((_, at) => at).filter((at) => at % count === index - 1);
}

/** The version of this package: another one may compute other rows. */
export function packageVersion(): string {
  return String(JSON.parse(readText(join(packageRoot(), "package.json"))).version);
}

/**
 * The first line of a file: what its rows are rows of, and which version of the package made them. A file with another
 * first line is another experiment's.
 */
export function headerLine(
  { name, points }: Experiment,
  seed: number,
  { index, count }: Shard,
  version = packageVersion(),
): string {
  return JSON.stringify({
    format: FORMAT,
    version,
    experiment: name,
    seed,
    points: points.length,
    grid: createHash("sha256").update(JSON.stringify(points)).digest("hex").slice(0, 16),
    shard: `${index}/${count}`,
  });
}
