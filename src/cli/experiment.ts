import { existsSync } from "node:fs";
import { printable } from "../core/vocab/printable.ts";
import { BadInput } from "../core/worlds/bad-input.ts";
import type { Experiment } from "../experiments/experiment.ts";
import { experiments } from "../experiments/registry.ts";
import { type Shard, WHOLE } from "../experiments/run/header.ts";
import { mergeShards, readHeader } from "../experiments/run/merge.ts";
import { type Progress, runExperiment } from "../experiments/run/run.ts";
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
  else if (action === "run" && rest.length === 1) await run(byName(rest[0] as string), values, io);
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
  const to = out ?? `${readHeader(files[0] as string).experiment}.jsonl`;
  io.out(`${counted(mergeShards(experiments, files, to))} in ${printable(to)}\n`);
};

const counted = (rows: number): string => `${rows} ${rows === 1 ? "row" : "rows"}`;

const progressLine = (name: string, { done, of, fresh }: Progress, seconds: number): string => {
  const left = fresh === 0 ? "" : `, ${duration((seconds / fresh) * (of - done))} left`;
  return `${name}: ${done} of ${counted(of)}${left}`;
};

const duration = (seconds: number): string =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.ceil(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`;

const shardOf = (text: string | undefined, points: number): Shard => {
  if (text === undefined) return WHOLE;
  const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index < 1 || index > count) {
    throw new UsageError(`found --shard "${text}", expected i/n with i from 1 to n, as 2/8`);
  }
  if (count > points) throw new UsageError(`found --shard "${text}", expected at most ${points} shards: one a point`);
  return { index, count };
};
