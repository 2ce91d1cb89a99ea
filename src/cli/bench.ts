import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { printable } from "../core/vocab/printable.ts";
import { fromUnicode } from "../core/vocab/text.ts";
import { describeRows } from "../pairs/model-files/describe-rows.ts";
import {
  decimal,
  MODEL_HELP,
  MODEL_OPTIONS,
  type ModelChoice,
  modelChoice,
  whole,
} from "../pairs/model-files/model-options.ts";
import { type OpenPair, openPair } from "../pairs/model-files/open-pair.ts";
import { readTasks } from "../pairs/model-files/tasks.ts";
import { measureTask, type TaskResult } from "../pairs/speed/measure.ts";
import type { PairResult } from "../pairs/speed/pair-result.ts";
import { reportFile, reportPage, writeReport } from "../pairs/speed/report.ts";
import type { Setting } from "../pairs/speed/run-once.ts";
import { benchTable } from "../pairs/speed/table.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { UsageError } from "../system/usage.ts";
import { named } from "./generate.ts";
import { parseOptions } from "./parse-options.ts";

/** What `lossless bench --help` says. */
export const benchHelp = `lossless bench [options]

How much faster is decoding with a drafter, and how much could it be? Every algorithm on the same prompts, by turns with
autoregressive decoding of the same target.

  --tasks A,B        of prose, repetitive, questions, code, japanese (default: all)
  --algorithms A,B   (default: sd and sd-block where the vocabularies agree, else slem, tli, tli-block; slrs with lookahead 1)
  --drafter A,B      several drafters, each measured with its own baseline
  --lookahead A,B    tokens drafted a round (default 2,4)
  --temperatures A,B (default 0,1)
  --prompts N        of each task (default 3)
  --repetitions N    (default 3)
  --max-new-tokens N of each generation (default 64)
  --seed N           (default 1)
${MODEL_HELP.replace(/ {2}--(drafter|temperature) [\s\S]*?(?=\n {2}--)\n/g, "")}  --json             one array of rows: task drafter algorithm temperature lookahead tokensPerSecond speedup acceptance
                     tokensPerRound ttftMilliseconds ceiling lossless, and the spreads and costs behind them
  --report DIR       writes DIR/index.html: plots, and what they say about deploying the pair

speedup is the median over prompts and repetitions of autoregressive milliseconds a token over the algorithm's, without
the first round, which reads the prompt. ceiling is τ / (γc + T(k)/T(1)): tokens a round over the measured costs of its
drafter passes and its target pass over k new tokens, in single target passes.
`;

/** `lossless bench`. */
export const bench = async (args: string[], io: Io): Promise<number> => {
  const values = parse(args);
  if (values.help) {
    io.out(benchHelp);
    return 0;
  }
  const choice = modelChoice(values);
  const tasks = readTasks(values.tasks);
  const plan = {
    repetitions: whole("--repetitions", values.repetitions, 1, 1000) ?? 3,
    prompts: whole("--prompts", values.prompts, 1, 20) ?? 3,
    budget: whole("--max-new-tokens", values["max-new-tokens"], 2, 100_000) ?? 64,
    seed: whole("--seed", values.seed, 0, 900_000_000) ?? 1,
  };
  const lookaheads = values.lookahead.split(",").map((text) => whole("--lookahead", text, 1, 11) as number);
  const temperatures = values.temperatures.split(",").map((text) => decimal("--temperatures", text, 0, 100) as number);
  if (values.report !== undefined) reportFile(values.report);
  const results: PairResult[] = [];
  for (const drafter of choice.drafter.split(",")) {
    io.progress(`opening ${printable(drafter)}`);
    const pair = await openPair({ ...choice, drafter });
    try {
      const settings = temperatures.flatMap((temperature) =>
        chosen(pair, values.algorithms, lookaheads, choice, temperature),
      );
      const measured: Record<string, TaskResult> = {};
      for (const [task, prompts] of Object.entries(tasks)) {
        measured[task] = await measureTask(pair, task, prompts, named("autoregressive"), settings, plan, io);
      }
      results.push({
        target: pair.target.name,
        drafter: pair.drafter.name,
        numerics: describeRows(pair.probe, pair.lossless),
        tasks: measured,
      });
    } finally {
      await pair.release();
    }
  }
  io.progress("");
  const rows = results.flatMap((result) => Object.values(result.tasks).flatMap((task) => task.rows));
  if (values.report !== undefined) {
    const command = `lossless bench ${args.filter((arg) => arg !== "--json").join(" ")}`;
    io.err(`${printable(writeReport(values.report, await reportPage(results, command)))}\n`);
  }
  io.out(values.json ? `${jsonText(rows)}\n` : benchTable(results));
  return 0;
};

/** The settings to run: lookaheads for each algorithm; ψ of a whole real vocabulary can be had for one draft only. */
const chosen = (
  pair: OpenPair,
  list: string | undefined,
  lookaheads: readonly number[],
  { sampling }: ModelChoice,
  temperature: number,
): Setting[] => {
  const { world } = pair.world(fromUnicode("x"), 1, sampling);
  const fits = (algorithm: Algorithm): boolean => algorithm.fits?.(world) ?? true;
  const same = world.shared.sameVocabulary;
  const ids = list?.split(",") ?? (same ? ["sd", "sd-block", "slem", "slrs"] : ["slem", "tli", "tli-block", "slrs"]);
  return ids.flatMap((id) => {
    const algorithm = named(id);
    if (!fits(algorithm))
      throw new UsageError(`the algorithm "${id}" needs one vocabulary; ${pair.drafter.name} has another`);
    const whole = /^slrs/.test(id) && temperature > 0 && sampling.topK === 0 && pair.drafter.opened !== undefined;
    return (whole ? [1] : lookaheads).map((lookahead) => ({
      algorithm,
      lookahead,
      sampling: { ...sampling, temperature },
    }));
  });
};

const parse = (args: string[]) =>
  parseOptions({
    args,
    options: {
      ...MODEL_OPTIONS,
      tasks: { type: "string" },
      algorithms: { type: "string" },
      lookahead: { type: "string", default: "2,4" },
      temperatures: { type: "string", default: "0,1" },
      prompts: { type: "string" },
      repetitions: { type: "string" },
      "max-new-tokens": { type: "string" },
      seed: { type: "string" },
      report: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  }).values;
