import { printable } from "../core/vocab/printable.ts";
import { withOptional } from "../core/worlds/optional-package.ts";
import { describeRows } from "../pairs/model-files/describe-rows.ts";
import { openPair } from "../pairs/model-files/open-pair.ts";
import { readTasks } from "../pairs/model-files/tasks.ts";
import { measureTask, type TaskResult } from "../pairs/speed/measure.ts";
import type { PairResult } from "../pairs/speed/pair-result.ts";
import { settingsFor } from "../pairs/speed/settings.ts";
import { benchTable as resultTable } from "../pairs/speed/table.ts";
import { named } from "../system/choose-algorithms.ts";
import type { Io } from "../system/io.ts";
import { jsonText } from "../system/json-text.ts";
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
        settingsFor(pair, values.algorithms, values.lookahead, choice, temperature),
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
