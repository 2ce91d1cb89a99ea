import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
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
import { parseOptions } from "./parse-options.ts";

/** What `lossless experiment --help` says. */
export const experimentHelp = `lossless experiment list
lossless experiment run NAME [--shard i/n] [--workers k] [--seed s] [--out FILE]
lossless experiment merge FILE … [--out FILE]

An experiment is a grid of points and a function from a point to a row. Rows go to a file of JSON lines (JSON objects,
one a line; the first line says what they are rows of). What was found by sampling has its 95 % interval beside it
("low", "high"); all else is exact, in fractions or doubles as "how" says.

  run      appends the missing rows, on all cores. Killed at any moment, the same command goes on where it was; the
           finished file has the same bytes for any number of workers and any interruptions. FILE.lock keeps a second
           run away from the same file; the lock of a run that was killed on this host is taken over
  merge    joins the files of all shards into what one run of the whole writes; every row is checked against the grid
           and the experiment's columns, and rows of another version of this package are refused
  list     names the experiments and their questions

  --shard i/n   only every n-th point, from the i-th: for n machines (default 1/1)
  --workers k   threads (default: all cores)
  --seed s      another seed than the experiment's own: the same seed gives the same rows
  --out FILE    where rows go (default NAME.jsonl, for a shard NAME.i-of-n.jsonl)

Exit status: 0 when the rows are complete, 2 for bad input or usage.

Examples
  lossless experiment run tokens-a-round
  lossless experiment run tokens-a-round --shard 2/8       on the second of eight machines
  lossless experiment merge tokens-a-round.*-of-8.jsonl
`;

/** `lossless experiment`. */
export const experiment = async (args: string[], io: Io): Promise<number> => {
  const { values, positionals } = parse(args);
  const [action, ...rest] = positionals;
  if (values.help) {
    io.out(experimentHelp);
    return 0;
  }
  if (action === "list" && rest.length === 0) io.out(list());
  else if (action === "run" && rest.length === 1) await run(byName(rest[0] as string), values, io);
  else if (action === "merge" && rest.length > 0) merge(rest, values.out, io);
  else throw new UsageError(`found "experiment ${args.join(" ")}", expected list, run NAME or merge FILE …`);
  return 0;
};

const parse = (args: string[]) =>
  parseOptions({
    args,
    allowPositionals: true,
    options: {
      shard: { type: "string" },
      workers: { type: "string" },
      seed: { type: "string" },
      out: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });

type Values = ReturnType<typeof parse>["values"];

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

const run = async (chosen: Experiment, values: Values, io: Io): Promise<void> => {
  const shard = shardOf(values.shard, chosen.points.length);
  const { index, count } = shard;
  const file = values.out ?? (count === 1 ? `${chosen.name}.jsonl` : `${chosen.name}.${index}-of-${count}.jsonl`);
  const start = io.now();
  const { of, fresh } = await runExperiment(chosen, {
    file,
    seed: whole("--seed", values.seed, 999_999_999) ?? chosen.seed,
    shard,
    workers: whole("--workers", values.workers, 1024) ?? availableParallelism(),
    progress: (progress) => io.progress(progressLine(chosen.name, progress, (io.now() - start) / 1000)),
  });
  io.progress("");
  io.out(
    `${chosen.name}: ${of} rows in ${printable(file)}, ${fresh} of them new, ${((io.now() - start) / 1000).toFixed(1)} s\n`,
  );
};

const merge = (files: readonly string[], out: string | undefined, io: Io): void => {
  for (const file of files) {
    if (!existsSync(file)) throw new BadInput(file, "no such file", "a file of rows");
  }
  const to = out ?? `${readHeader(files[0] as string).experiment}.jsonl`;
  io.out(`${mergeShards(experiments, files, to)} rows in ${printable(to)}\n`);
};

const progressLine = (name: string, { done, of, fresh }: Progress, seconds: number): string => {
  const left = fresh === 0 ? "" : `, ${duration((seconds / fresh) * (of - done))} left`;
  return `${name}: ${done} of ${of} rows${left}`;
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

const whole = (option: string, text: string | undefined, most: number): number | undefined => {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) {
    throw new UsageError(`found ${option} "${text}", expected a whole number from 1 to ${most.toLocaleString("en")}`);
  }
  return value;
};
