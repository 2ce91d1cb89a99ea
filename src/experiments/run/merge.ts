import { at as itemAt } from "../../core/num/at.ts";
import { BadInput, shown } from "../../core/worlds/bad-input.ts";
import { writablePlace } from "../../system/writable-place.ts";
import { writeWhole } from "../../system/write-whole.ts";
import type { Experiment } from "../experiment.ts";
import { FORMAT, headerLine, placesOf, WHOLE } from "./header.ts";
import { completeLines, rowsOf } from "./read-rows.ts";

/** What the first line of a file of rows says. */
export interface Header {
  readonly experiment: string;
  readonly seed: number;
  readonly shard: string;
}

/** Reads the first line of a file of rows. */
export function readHeader(file: string): Header {
  const [first = ""] = completeLines(file).lines;
  const expected = `a file of rows, whose first line says "format": "${FORMAT}"`;
  let header: Partial<Header> & { format?: unknown };
  try {
    header = JSON.parse(first) ?? {};
  } catch {
    throw new BadInput(file, first === "" ? "nothing" : shown(first), expected);
  }
  const { format, experiment, seed, shard } = header;
  if (
    format !== FORMAT ||
    typeof experiment !== "string" ||
    !Number.isInteger(seed) ||
    !/^\d+\/\d+$/.test(String(shard))
  ) {
    throw new BadInput(file, shown(first), expected);
  }
  return { experiment, seed: seed as number, shard: String(shard) };
}

/** Joins the files of all shards of one experiment into what one run of the whole would have written. */
export function mergeShards(experiments: readonly Experiment[], files: readonly string[], out: string): number {
  writablePlace(out);
  const headers = files.map(readHeader);
  const { experiment: name, seed } = itemAt(headers, 0);
  const experiment = experiments.find((one) => one.name === name);
  if (experiment === undefined) {
    throw new BadInput(itemAt(files, 0), `rows of "${name}"`, `an experiment of this version`);
  }
  const all = new Map<number, string>();
  headers.forEach(({ experiment: other, seed: otherSeed, shard }, i) => {
    const file = itemAt(files, i);
    if (other !== name || otherSeed !== seed) {
      throw new BadInput(file, `rows of "${other}" with seed ${otherSeed}`, `rows of "${name}" with seed ${seed}`);
    }
    const [index = 1, count = 1] = shard.split("/").map(Number);
    const { lines } = completeLines(file);
    const part = { index, count };
    const places = new Set(placesOf(experiment, part));
    for (const [at, line] of rowsOf(file, lines, experiment, headerLine(experiment, seed, part), places)) {
      const before = all.get(at);
      if (before !== undefined && before !== line)
        throw new BadInput(file, `another row for point ${at}`, "one row a point");
      all.set(at, line);
    }
  });
  const missing = experiment.points.flatMap((_, at) => (all.has(at) ? [] : [at]));
  if (missing.length > 0) {
    throw new BadInput(
      files.join(", "),
      `no row for ${missing.length} points, the first of them ${missing[0]}`,
      "all shards, finished",
    );
  }
  const lines = experiment.points.map((_, at) => all.get(at) as string);
  writeWhole(out, `${[headerLine(experiment, seed, WHOLE), ...lines].join("\n")}\n`);
  return lines.length;
}
