import { existsSync } from "node:fs";
import { at } from "../core/num/at.ts";
import { printable } from "../core/vocab/printable.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import type { Experiment } from "../experiments/experiment.ts";
import { experiments } from "../experiments/registry.ts";
import { mergeShards, readHeader } from "../experiments/run/merge.ts";
import { counted, progressLine } from "../experiments/run/progress-line.ts";
import { runExperiment } from "../experiments/run/run.ts";
import { shardOf } from "../experiments/run/shard-of.ts";
import type { Io } from "../system/io.ts";
import { table } from "../system/table.ts";
import { UsageError } from "../system/usage.ts";
import { run as runCommand } from "./table/command.ts";
import type { Values } from "./table/option.ts";
import { experimentTable } from "./tables/experiment.ts";

/** `lossless experiment`. */
export function experiment(args: readonly string[], io: Io): Promise<number> {
  return runCommand(experimentTable, args, io, ({ values, words }) => act(args, words, values, io));
}

type Chosen = Values<typeof experimentTable.options>;

const act = async (args: readonly string[], [action, ...rest]: readonly string[], values: Chosen, io: Io) => {
  if (action === "list" && rest.length === 0) io.out(list());
  else if (action === "run" && rest.length === 1) await run(byName(at(rest, 0)), values, io);
  else if (action === "merge" && rest.length > 0) merge(rest, values.out, io);
  else throw new UsageError(`found "experiment ${args.join(" ")}", expected list, run NAME or merge FILE …`);
  return 0;
};

const list = (): string => {
  const rows = experiments.map(({ name, points, question }) => [name, String(points.length), question]);
  return `${table(["experiment", "points", "question"], rows)}\n`;
};

const byName = (name: string): Experiment => {
  const found = experiments.find((one) => one.name === name);
  if (found !== undefined) return found;
  throw new UsageError(
    `found the experiment "${name}", expected one of ${experiments.map(({ name }) => name).join(", ")}`,
  );
};

const run = async (chosen: Experiment, values: Chosen, io: Io): Promise<void> => {
  const shard = shardOf(values.shard, chosen.points.length);
  const { index, count } = shard;
  const file = values.out ?? (count === 1 ? `${chosen.name}.jsonl` : `${chosen.name}.${index}-of-${count}.jsonl`);
  const start = io.now();
  const { of, fresh } = await runExperiment(chosen, {
    file,
    seed: values.seed ?? chosen.seed,
    shard,
    workers: values.workers,
    progress: (progress) => io.progress(progressLine(chosen.name, progress, (io.now() - start) / 1000)),
  });
  io.progress("");
  io.out(
    `${chosen.name}: ${counted(of)} in ${printable(file)}, ${fresh} of them new, ${((io.now() - start) / 1000).toFixed(1)} s\n`,
  );
};

const merge = (files: readonly string[], out: string | undefined, io: Io): void => {
  for (const file of files) {
    if (!existsSync(file)) throw new BadInput(file, "no such file", "a file of rows");
  }
  const to = out ?? `${readHeader(at(files, 0)).experiment}.jsonl`;
  io.out(`${counted(mergeShards(experiments, files, to))} in ${printable(to)}\n`);
};
