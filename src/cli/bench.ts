import type { Algorithm } from "../core/algorithms/algorithm.ts";
import { printable } from "../core/vocab/printable.ts";
import { fromUnicode } from "../core/vocab/text.ts";
import { withOptional } from "../core/worlds/optional-package.ts";
import { describeRows } from "../pairs/model-files/describe-rows.ts";
import type { ModelChoice } from "../pairs/model-files/model-choice.ts";
import { type OpenPair, openPair } from "../pairs/model-files/open-pair.ts";
import { readTasks } from "../pairs/model-files/tasks.ts";
import { measureTask, type TaskResult } from "../pairs/speed/measure.ts";
import type { PairResult } from "../pairs/speed/pair-result.ts";
import type { Setting } from "../pairs/speed/run-once.ts";
import { benchTable as resultTable } from "../pairs/speed/table.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
import { UsageError } from "../system/usage.ts";
import { named } from "./generate.ts";
import { modelChoice } from "./model-options.ts";
import { run } from "./table/command.ts";
import type { Values } from "./table/option.ts";
import { benchTable } from "./tables/bench.ts";

/** `lossless bench`. */
export function bench(args: readonly string[], io: Io): Promise<number> {
  return run(benchTable, args, io, ({ values }) => measureAll(args, values, io));
}

const measureAll = async (args: readonly string[], values: Values<typeof benchTable.options>, io: Io) => {
  const choice = modelChoice(values);
  const tasks = readTasks(values.tasks);
  const plan = {
    repetitions: values.repetitions,
    prompts: values.prompts,
    budget: values["max-new-tokens"],
    seed: values.seed,
  };
  // What is missing or cannot be written is told before the work.
  const pages =
    values.report === undefined ? undefined : await withOptional("figures", () => import("../pairs/speed/report.ts"));
  if (values.report !== undefined) pages?.reportFile(values.report);
  const results: PairResult[] = [];
  for (const drafter of choice.drafter.split(",")) {
    io.progress(`opening ${printable(drafter)}`);
    const pair = await openPair({ ...choice, drafter });
    try {
      const settings = values.temperatures.flatMap((temperature) =>
        chosen(pair, values.algorithms, values.lookahead, choice, temperature),
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
  if (pages !== undefined && values.report !== undefined) {
    const command = `lossless bench ${args.filter((arg) => arg !== "--json").join(" ")}`;
    io.err(`${printable(pages.writeReport(values.report, await pages.reportPage(results, command)))}\n`);
  }
  io.out(values.json ? `${jsonText(rows)}\n` : resultTable(results));
  return 0;
};

/** The settings to run: lookaheads for each algorithm; ψ of a whole real vocabulary can be had for one draft only. */
const chosen = (
  pair: OpenPair,
  list: readonly string[] | undefined,
  lookaheads: readonly number[],
  { sampling }: ModelChoice,
  temperature: number,
): Setting[] => {
  const { world } = pair.world(fromUnicode("x"), 1, sampling);
  const fits = (algorithm: Algorithm): boolean => algorithm.fits?.(world) ?? true;
  const same = world.shared.sameVocabulary;
  const ids = list ?? (same ? ["sd", "sd-block", "slem", "slrs"] : ["slem", "tli", "tli-block", "slrs"]);
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
