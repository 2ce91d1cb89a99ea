import { renameSync, writeFileSync } from "node:fs";
import { adapterCommand, READY } from "../check/adapters/locate.ts";
import { type CheckResult, checkAlgorithm } from "../check/check-algorithm.ts";
import { overall } from "../check/overall.ts";
import { makeCase } from "../check/plan/case.ts";
import { Adapter } from "../check/process/adapter.ts";
import { AdapterFailure } from "../check/process/adapter-failure.ts";
import type { Start } from "../check/process/start.ts";
import type { WorldFile } from "../check/protocol/wire-world.ts";
import { jsonReport } from "../check/report/json.ts";
import { junitReport } from "../check/report/junit.ts";
import { quoted, type ReportFrame, textReport } from "../check/report/text.ts";
import { selfTest } from "../check/self-test.ts";
import { AUTOREGRESSIVE } from "../check/steps/autoregressive-self-test.ts";
import { suspects } from "../check/suspects.ts";
import { float64 } from "../num/float64.ts";
import { readText, readWorld } from "../worlds/files.ts";
import { type CheckOptions, checkOptions } from "./check/options.ts";
import { BAD_INPUT } from "./exit.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage.ts";

const ready = Object.entries(READY).map(([name, { what }]) => `  ${name.padEnd(9)} ${what}`);

/** What `lossless check --help` says. */
export const checkHelp = `lossless check [options] ADAPTER [ARG …]

Does somebody else's decoder, in any language, have the law of its target? An adapter drives the decoder and speaks
lossless-check/1 on standard input and output; this command samples through it and tests every token, given the whole
emitted past, against the exact law. A black box can only be refuted: what is right is "consistent", never proved.

ADAPTER is a file (.py, .ts, .js), a command with its arguments, or the name of a ready adapter:
${ready.join("\n")}

  --algorithm NAME   one of the adapter's algorithms, or several with commas (default: all but ${AUTOREGRESSIVE})
  --seed N           the same seed repeats the same run (default 1)
  --budget B         a time (30s, 5m, 2h) or a number of tokens; without, the planned sequences of every case once.
                     What is left of it goes to fresh random worlds. A refutation always stops at once
  --only STEP        only this step or case, as a refutation prints it
  --world FILE       a lossless-world/1 file in place of the gauntlet; may be given again
  --self-test        test the adapter's conformance to the protocol instead of the decoder's law
  --json             one array of results on standard output
  --junit FILE       a JUnit file, a test case for each step and world
  --html FILE        a page with the path of every e-process
  --hello-seconds, --ready-seconds, --first-seconds, --next-seconds, --bye-seconds N
                     how long the adapter may take to start, to answer, to its first and to later sequences, to leave

Exit status: 0 consistent (breaches of contract are printed and do not count), 1 refuted, 2 broken adapter, bad input or
usage, 3 none refuted, some unknown. LOSSLESS_PYTHON names the Python that runs .py adapters (default python3).

Examples
  lossless check own --algorithm tli             our own decoder, through the same pipe
  lossless check numpy                           a correct loop in Python
  lossless check --budget 5m my_adapter.py       your engine, for five minutes
  lossless check --self-test my_adapter.py       is the adapter itself in order?
`;

/** \`lossless check\`. */
export const check = async (args: string[], io: Io): Promise<number> => {
  const options = checkOptions(args);
  if (options.help) {
    io.out(checkHelp);
    return 0;
  }
  if (options.adapter.length === 0)
    throw new UsageError(`found no adapter, expected a file, a command or one of ${Object.keys(READY).join(", ")}`);
  const start: Start = { command: adapterCommand(options.adapter), limits: options.limits, now: () => io.now() };
  if (options.selfTest) return conformance(start, io);
  const cases = options.worlds.map((file) => {
    const { name } = readWorld(float64, file);
    return makeCase(name, JSON.parse(readText(file)) as WorldFile, OWN_SEQUENCES);
  });
  const algorithms = await chosen(start, options, io);
  if (algorithms === undefined) return BAD_INPUT;
  const end = options.seconds === undefined ? undefined : io.now() + options.seconds * 1000;
  const results: { readonly result: CheckResult; readonly frame: ReportFrame }[] = [];
  for (const [at, algorithm] of algorithms.entries()) {
    // What is left of the time is shared among the algorithms still to come.
    const deadline = end === undefined ? undefined : io.now() + (end - io.now()) / (algorithms.length - at);
    const result = await checkAlgorithm({
      start: { ...start, ...(deadline === undefined ? {} : { deadline }) },
      algorithm,
      seed: options.seed,
      budget: {
        ...(options.tokens === undefined ? {} : { tokens: options.tokens }),
        ...(deadline === undefined ? {} : { deadline }),
      },
      ...(options.only === undefined ? {} : { only: options.only }),
      ...(cases.length === 0 ? {} : { cases }),
      progress: (line) => io.progress(line),
    });
    io.progress("");
    const frame = { repeat: repeatCommand(options, algorithm), suspects: suspects(result) };
    results.push({ result, frame });
    if (!options.json) io.out(`${textReport(result, frame)}\n\n`);
  }
  if (options.json)
    io.out(
      `${JSON.stringify(
        results.map(({ result, frame }) => jsonReport(result, frame)),
        null,
        2,
      )}\n`,
    );
  if (options.junit !== undefined) writeWhole(options.junit, junitReport(results));
  if (options.html !== undefined) {
    // The drawing library is loaded for those who want a page.
    const { htmlReport } = await import("../check/report/html.ts");
    writeWhole(options.html, await htmlReport(results));
  }
  return status(results.map(({ result }) => overall(result)));
};

/** Sequences in a world of the user's own. */
const OWN_SEQUENCES = 300;

const status = (verdicts: readonly ReturnType<typeof overall>[]): number =>
  verdicts.includes("refuted") ? 1 : verdicts.includes("broken") ? BAD_INPUT : verdicts.includes("unknown") ? 3 : 0;

/** The algorithms to check; undefined, and said so, where the adapter does not even start. */
const chosen = async (start: Start, { algorithm }: CheckOptions, io: Io): Promise<string[] | undefined> => {
  let known: readonly string[];
  try {
    const adapter = await Adapter.open(start);
    known = adapter.hello.algorithms;
    await adapter.close();
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    io.err(`lossless: broken: ${[error.message, ...error.errors].join(" | ")}\n`);
    return undefined;
  }
  if (algorithm === undefined) {
    const others = known.filter((name) => name !== AUTOREGRESSIVE);
    return others.length === 0 ? [...known] : others;
  }
  const names = algorithm.split(",");
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`found the algorithm "${unknown}", expected one of the adapter's: ${known.join(", ")}`);
  return names;
};

/** The command that repeats the check of one algorithm. */
const repeatCommand = ({ adapter, seed, tokens, worlds }: CheckOptions, algorithm: string): string =>
  [
    "lossless check",
    `--algorithm ${quoted(algorithm)}`,
    `--seed ${seed}`,
    ...(tokens === undefined ? [] : [`--budget ${tokens}`]),
    ...worlds.map((file) => `--world ${quoted(file)}`),
    ...adapter.map(quoted),
  ].join(" ");

const conformance = async (start: Start, io: Io): Promise<number> => {
  const rows = await selfTest(start, (line) => io.progress(line));
  io.progress("");
  const bad = rows.filter(({ passed }) => passed === false);
  const lines = rows.map(({ what, passed, found }) =>
    passed === undefined
      ? `not applicable  ${what}: ${found}`
      : passed
        ? `passed          ${what}`
        : `failed          ${what}: ${found}`,
  );
  io.out(`${lines.join("\n")}\n\n${rows.length} checks of the protocol: ${bad.length} failed\n`);
  return bad.length === 0 ? 0 : BAD_INPUT;
};

/** Written beside its place and moved there, so that nobody reads half a report. */
const writeWhole = (file: string, text: string): void => {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
};
