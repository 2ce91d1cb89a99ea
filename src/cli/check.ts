import { adapterCommand, READY } from "../checker/adapters/locate.ts";
import { checkAlgorithm } from "../checker/check-algorithm.ts";
import { chosenAlgorithms } from "../checker/chosen-algorithms.ts";
import { overall } from "../checker/overall.ts";
import { ownCases } from "../checker/plan/own-cases.ts";
import type { Start } from "../checker/process/start.ts";
import { conformance } from "../checker/report/conformance.ts";
import type { Reported } from "../checker/report/printed.ts";
import { repeatCommand } from "../checker/report/repeat-command.ts";
import { textReport } from "../checker/report/text.ts";
import { loadPage, writeReports } from "../checker/report/write-reports.ts";
import { suspects } from "../checker/suspects.ts";
import { printable } from "../core/vocab/printable.ts";
import { INTERRUPTED } from "../system/interruption.ts";
import type { Io } from "../system/io.ts";
import { UsageError } from "../system/usage.ts";

import { type CheckOptions, checkOptions, splitCommand } from "./check-options.ts";

import { exitStatus } from "./exit.ts";
import { run } from "./table/command.ts";
import { checkTable } from "./tables/check.ts";

/** `lossless check`. */
export function check(args: readonly string[], io: Io): Promise<number> {
  const { options, adapter } = splitCommand(args);
  return run(checkTable, options, io, ({ values }) => checkAdapter(checkOptions(values, adapter), io));
}

const checkAdapter = async (options: CheckOptions, io: Io): Promise<number> => {
  if (options.adapter.length === 0 || options.adapter[0] === "")
    throw new UsageError(`found no adapter, expected a file, a command or one of ${Object.keys(READY).join(", ")}`);
  const interruption = io.interruption?.();
  try {
    const start: Start = {
      command: adapterCommand(options.adapter),
      limits: options.limits,
      now: () => io.now(),
      passed: options.passEnv,
      ...(interruption === undefined ? {} : { signal: interruption.signal }),
    };
    const status = await (options.selfTest ? tested(start, io) : checkAll(start, options, io));
    return interruption?.signal.aborted ? INTERRUPTED : status;
  } finally {
    interruption?.release();
  }
};

const tested = async (start: Start, io: Io): Promise<number> => exitStatus([await conformance(start, io)]);

/** Checks the algorithms one after another, says of each what was found, and writes the reports that were asked for. */
const checkAll = async (start: Start, options: CheckOptions, io: Io): Promise<number> => {
  if (options.html !== undefined) await loadPage();
  const cases = ownCases(options.worlds);
  const end = options.seconds === undefined ? undefined : io.now() + options.seconds * 1000;
  const algorithms = await chosenAlgorithms({ ...start, ...deadline(end) }, options);
  const results: Reported[] = [];
  if (!Array.isArray(algorithms)) {
    io.err(`lossless: ${printable(algorithms.why)}\n`);
    results.push({ result: algorithms.result, frame: { repeat: repeatCommand(options, undefined), suspects: [] } });
  } else {
    let tokens = options.tokens;
    for (const [at, algorithm] of algorithms.entries()) {
      // What is left of the budget is shared among the algorithms still to come.
      const left = algorithms.length - at;
      const until = end === undefined ? undefined : io.now() + (end - io.now()) / left;
      const share = tokens === undefined ? undefined : Math.floor(tokens / left);
      const result = await checkAlgorithm({
        start: { ...start, ...deadline(until) },
        algorithm,
        seed: options.seed,
        budget: { ...(share === undefined ? {} : { tokens: share }), ...deadline(until) },
        stopAtFirst: options.stopAtFirst,
        ...(options.only === undefined ? {} : { only: options.only }),
        ...(cases.length === 0 ? {} : { cases }),
        progress: (line) => io.progress(line),
      });
      if (tokens !== undefined) tokens = Math.max(0, tokens - result.tokens);
      io.progress("");
      const repeat = repeatCommand({ ...options, tokens: share }, algorithm);
      const frame = { repeat, suspects: suspects(result) };
      results.push({ result, frame });
      if (!options.json) io.out(`${textReport(result, frame)}\n\n`);
    }
  }
  await writeReports(results, options, io);
  return exitStatus(results.map(({ result }) => overall(result)));
};

const deadline = (end: number | undefined): { readonly deadline?: number } =>
  end === undefined ? {} : { deadline: end };
